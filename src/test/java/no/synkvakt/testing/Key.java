package no.synkvakt.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The API keys that the tests call with, one of each role. */
public enum Key {
    OPERATOR,
    VIEWER,
    INGEST;

    /** The name of the key, which is that of its role too. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a caller shows. */
    public String header() {
        return "Bearer " + secret();
    }

    /** The settings that make all of them known. */
    public static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (Key key : values()) {
            settings.put("synkvakt.api-keys.\"" + key.label() + "\".sha256", key.sha256());
            settings.put("synkvakt.api-keys.\"" + key.label() + "\".role", key.label());
        }
        return settings;
    }

    private String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String secret() {
        return "key-of-" + label();
    }
}
