package no.synkvakt.board;

import org.jspecify.annotations.Nullable;

/**
 * What a page that has fetched itself anew says aloud, for those who do not see it change: one sentence, and nothing while that
 * is the sentence of the page it replaces.
 *
 * @param key stands for the sentence; the page names it in {@link #TOLD} when it fetches itself
 * @param aloud empty when there is nothing new, and on a page that is read from its beginning
 */
record News(String key, String aloud) {

    /** The header with the key of what the page shows. */
    static final String TOLD = "Synkvakt-Told";

    static News of(String sentence, @Nullable String told) {
        String key = Integer.toHexString(sentence.hashCode());
        return new News(key, told == null || told.equals(key) ? "" : sentence);
    }
}
