package no.synkvakt.notice;

import java.util.List;
import java.util.Locale;
import no.synkvakt.municipality.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it is laid out as text and as HTML.
 *
 * @param tone whose move it is, at a glance
 * @param headline what has happened, in one sentence
 * @param lead whose move it is
 * @param actions what to do, in order
 * @param notes further paragraphs
 * @param link an article to read
 * @param why why Synkvakt thinks so
 * @param next what happens next, and when
 * @param page the address that shows more, where the reader can act; null for none
 * @param details label and value, for those who look into it
 * @param foot why the reader gets this and whom to tell if they should not
 */
public record Letter(
        Language language,
        Tone tone,
        String subject,
        String headline,
        String lead,
        List<String> actions,
        List<String> notes,
        @Nullable String link,
        String linkLabel,
        String chainLabel,
        List<Row> chain,
        @Nullable String why,
        @Nullable String next,
        @Nullable String page,
        String pageLabel,
        String detailsLabel,
        List<Detail> details,
        String foot) {

    /** Without the page: its address lets the reader in. */
    @Override
    public String toString() {
        return "the letter " + subject;
    }

    /** Whose move it is, at a glance. */
    public enum Tone {
        /** The reader's. */
        ACT("#b45309"),
        /** Somebody else's. */
        WAIT("#0b5cad"),
        /** Nobody's. */
        OVER("#1a7f37");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }

        /** Its name in style sheets. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String colour() {
            return colour;
        }
    }

    /**
     * A step of the chain.
     *
     * @param mark as eFeide's screen draws it: a tick, a circle, a cross
     * @param state what the mark means, in words
     * @param waited whether it is the one the cycle waits for
     */
    public record Row(String mark, String label, String state, boolean waited) {}

    /** A line of details. */
    public record Detail(String label, String value) {}
}
