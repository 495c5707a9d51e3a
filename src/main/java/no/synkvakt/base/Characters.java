package no.synkvakt.base;

import java.util.regex.Pattern;

/** Which characters a line of {@link PlainText} may hold. */
public final class Characters {

    static final String PLAIN = "[^" + Characters.FORBIDDEN + "]*";

    private static final String FORBIDDEN =
            "\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\p{Cs}";

    private static final int LONGEST_LINE = 4000;

    private static final Pattern PLAIN_TEXT = Pattern.compile(PLAIN);
    private static final Pattern NOT_PLAIN = Pattern.compile("[" + FORBIDDEN + "]");

    private Characters() {}

    public static boolean arePlain(String text) {
        return PLAIN_TEXT.matcher(text).matches();
    }

    /** The text with each forbidden character replaced by U+FFFD, so that it can be logged, stored and shown. */
    public static String printable(String text) {
        return NOT_PLAIN.matcher(text).replaceAll("\ufffd");
    }

    /** The text as one line that can be stored and shown, shortened when it is longer than some two screens. */
    public static String line(String text) {
        return shortened(printable(text.strip().replaceAll("\\s+", " ")), LONGEST_LINE);
    }

    /** The beginning of what a client sent, so that it can be repeated to them. */
    public static String excerpt(String text, int longest) {
        return shortened(printable(text), longest);
    }

    /** The text, cut off when it is longer, but never between the two halves of one character. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
