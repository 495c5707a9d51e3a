package no.synkvakt.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds out whose key it is that a caller shows. */
@Singleton
class ApiKeys {

    private static final String SHA_256 = "[0-9a-fA-F]{64}";

    private final List<Known> known = new ArrayList<>();

    /** @throws IllegalArgumentException when a setting is no SHA-256 in hex */
    ApiKeys(ApiKeySettings settings) {
        settings.byName().forEach((name, key) -> {
            if (!key.sha256().matches(SHA_256)) {
                throw new IllegalArgumentException(
                        "synkvakt.api-keys.\"" + name + "\".sha256 is not the SHA-256 of a key: 64 hex digits");
            }
            if (key.role() == Role.ADMIN) {
                throw new IllegalArgumentException(
                        "synkvakt.api-keys.\"" + name + "\".role is admin; accepted: ingest, operator or viewer");
            }
            known.add(new Known(new Caller(name, key.role()), HexFormat.of().parseHex(key.sha256())));
        });
    }

    /** Who calls. */
    record Caller(String name, Role role) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(Caller caller, byte[] sha256) {}

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Compares with every key there is, each in constant time. */
    Optional<Caller> callerWith(String key) {
        byte[] shown = sha256(key);
        Optional<Caller> caller = Optional.empty();
        for (Known candidate : known) {
            if (MessageDigest.isEqual(candidate.sha256(), shown)) {
                caller = Optional.of(candidate.caller());
            }
        }
        return caller;
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
