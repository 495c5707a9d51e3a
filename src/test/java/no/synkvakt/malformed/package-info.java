/**
 * A corpus of malformed input, in {@code src/test/resources/malformed}, and what it is answered with. A case that was met in
 * the wild is added there as a line.
 */
@NullMarked
package no.synkvakt.malformed;

import org.jspecify.annotations.NullMarked;
