/** Where municipalities are put, changed and forgotten. */
@NullMarked
package no.synkvakt.registry;

import org.jspecify.annotations.NullMarked;
