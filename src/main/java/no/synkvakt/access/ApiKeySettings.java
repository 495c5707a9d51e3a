package no.synkvakt.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The API keys an operator has given out. */
@ConfigMapping(prefix = "synkvakt.api-keys")
interface ApiKeySettings {

    /** By name. */
    @WithParentName
    Map<String, ApiKey> byName();

    /** One key. */
    interface ApiKey {

        /** The SHA-256 of the key, in hex. The key itself is kept nowhere. */
        String sha256();

        Role role();
    }
}
