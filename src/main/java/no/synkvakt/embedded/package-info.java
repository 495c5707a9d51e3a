/** The start on an embedded PostgreSQL; in the JVM package only, never in a native executable or an image. */
@NullMarked
package no.synkvakt.embedded;

import org.jspecify.annotations.NullMarked;
