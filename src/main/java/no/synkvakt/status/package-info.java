/** Where clients see how municipalities stand, and act on stalls. */
@NullMarked
package no.synkvakt.status;

import org.jspecify.annotations.NullMarked;
