package no.synkvakt.municipality;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret by which a municipality's scheduled tasks report: 160 random bits, in characters that a URL takes as they are. */
final class PingKey {

    private static final int BYTES = 20;

    private PingKey() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
