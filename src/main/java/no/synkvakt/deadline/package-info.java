/** When it should have happened: how long each step may take and on what basis that is known. */
@NullMarked
package no.synkvakt.deadline;

import org.jspecify.annotations.NullMarked;
