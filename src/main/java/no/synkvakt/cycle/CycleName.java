package no.synkvakt.cycle;

import no.synkvakt.base.Characters;
import no.synkvakt.base.PlainText;

/**
 * What a cycle goes by.
 *
 * @param id the engine's name of it, which other municipalities' cycles may have too
 */
public record CycleName(String municipality, String id) {

    public static final String ACCEPTED = PlainText.ACCEPTED + ", 1 to 200 characters";

    private static final int LONGEST = 200;

    /** Whether an engine may call a cycle so. */
    public static boolean isId(String id) {
        return !id.isBlank() && id.length() <= LONGEST && Characters.arePlain(id);
    }
}
