/** The pages: the board of all owners, one municipality, one stall with every mail as it was sent. */
@NullMarked
package no.synkvakt.board;

import org.jspecify.annotations.NullMarked;
