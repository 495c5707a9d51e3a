package no.synkvakt.notice;

import java.util.Locale;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.jspecify.annotations.Nullable;

/** Mail addresses, taken apart. */
final class Addresses {

    private Addresses() {}

    static Mailbox mailbox(@Nullable String name, String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(name, address.substring(0, at), address.substring(at + 1));
    }

    /** What makes two addresses one recipient. */
    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
