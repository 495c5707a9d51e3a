/** The acts on a case, each one transaction: raise, change, acknowledge, escalate, resolve. */
@NullMarked
package no.synkvakt.casework;

import org.jspecify.annotations.NullMarked;
