/** The tick, and whether it ticks. */
@NullMarked
package no.synkvakt.watch;

import org.jspecify.annotations.NullMarked;
