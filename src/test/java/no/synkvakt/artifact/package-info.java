/**
 * Tests of what was built, whatever it is: the jar of {@code mvn verify} or the native executable of {@code mvn verify
 * -Dnative}. What only the jar does (the embedded PostgreSQL, the demo) is tested in {@code no.synkvakt.embedded}.
 */
@NullMarked
package no.synkvakt.artifact;

import org.jspecify.annotations.NullMarked;
