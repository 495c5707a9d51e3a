/** What is wrong: how a stall is found, what sets it right, and what has been done about it. */
@NullMarked
package no.synkvakt.stall;

import org.jspecify.annotations.NullMarked;
