/** Who may call, and what those are told who may not. */
@NullMarked
package no.synkvakt.access;

import org.jspecify.annotations.NullMarked;
