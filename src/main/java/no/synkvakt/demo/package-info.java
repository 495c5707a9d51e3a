/** The made-up municipalities, and an engine that plays their cycles through the public API, fast. */
@NullMarked
package no.synkvakt.demo;

import org.jspecify.annotations.NullMarked;
