/** Who is watched: name, language, SIS, chain of steps, contacts, schedule, overrides; and the catalogue of steps. */
@NullMarked
package no.synkvakt.municipality;

import org.jspecify.annotations.NullMarked;
