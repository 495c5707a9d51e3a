/** What happened: events, the fold from events to cycles and their steps, and how long each step may take. */
@NullMarked
package no.synkvakt.cycle;

import org.jspecify.annotations.NullMarked;
