/**
 * Where Synkvakt looks for itself: engine databases that are read by a query, so that the engine need not report. What has changed
 * becomes the same events as those that are reported.
 */
@NullMarked
package no.synkvakt.feed;

import org.jspecify.annotations.NullMarked;
