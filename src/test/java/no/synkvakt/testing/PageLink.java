package no.synkvakt.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signed link in an admin's mail, without the host that it names. */
public record PageLink(String path, String token) {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/m/[^?\\s]+)\\?t=(\\S+)");

    public static PageLink in(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        if (!link.find()) {
            throw new AssertionError("no link in:\n" + mail.text());
        }
        return new PageLink(link.group(1), link.group(2));
    }

    /** The page's address. */
    public String address() {
        return path + "?t=" + token;
    }

    /** Where a button posts to. */
    public String button(String name) {
        return path + "/" + name + "?t=" + token;
    }
}
