/** What all rooms share: the clock, problems, pages of lists. It stays little. */
@NullMarked
package no.synkvakt.base;

import org.jspecify.annotations.NullMarked;
