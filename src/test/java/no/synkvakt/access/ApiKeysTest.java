package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is known by its SHA-256 alone; whoever shows it is called by its name and has its role. */
class ApiKeysTest {

    /** Of "secret", as {@code sha256sum} prints it. */
    private static final String OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    private static final String OF_OTHER = "4e22a9f7a6d7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d2e3f4a5b6c7d8e9f0a1b2c3";

    /** The settings as a test has them. */
    private record Settings(Map<String, ApiKeySettings.ApiKey> byName) implements ApiKeySettings {}

    /** A key as it is set. */
    private record Key(String sha256, Role role) implements ApiKeySettings.ApiKey {}

    private final ApiKeys keys = keys(
            Map.of("nightly-engine", new Key(OF_SECRET, Role.INGEST), "a-dashboard", new Key(OF_OTHER, Role.VIEWER)));

    @Test
    void whoShowsAKeyIsCalledByItsNameAndHasItsRole() {
        assertThat(keys.callerWith("secret")).contains(new ApiKeys.Caller("nightly-engine", Role.INGEST));
    }

    @Test
    void theHashMayBeWrittenInEitherCase() {
        ApiKeys upper = keys(Map.of("engine", new Key(OF_SECRET.toUpperCase(Locale.ROOT), Role.INGEST)));

        assertThat(upper.callerWith("secret")).contains(new ApiKeys.Caller("engine", Role.INGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Secret", "secret ", "secrets", OF_SECRET, "nightly-engine"})
    void whoShowsAnythingElseIsNobody(String shown) {
        assertThat(keys.callerWith(shown)).isEmpty();
    }

    @Test
    void thereMayBeNone() {
        assertThat(keys(Map.of()).isEmpty()).isTrue();
        assertThat(keys(Map.of()).callerWith("secret")).isEmpty();
        assertThat(keys.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "2bb80d", "zzb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"})
    void whatIsNoHashStopsTheStart_withoutBeingRepeated(String sha256) {
        assertThatThrownBy(() -> keys(Map.of("engine", new Key(sha256, Role.INGEST))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.api-keys.\"engine\".sha256 is not the SHA-256 of a key: 64 hex digits");
    }

    private static ApiKeys keys(Map<String, ApiKeySettings.ApiKey> byName) {
        return new ApiKeys(new Settings(byName));
    }
}
