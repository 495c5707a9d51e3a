package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would let the wrong people in, or let people down in the night, stops the start and says what to do. */
class OidcSettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void aProviderWithAudienceAndSecretIsTaken() {
        assertThat(settings("synkvakt", SECRET, Map.of("Support", "operator")).isConfigured())
                .isTrue();
    }

    @Test
    void tokensMadeForOthersAreNotTakenForWantOfAnAudience() {
        refused(null, SECRET, Map.of(), "quarkus.oidc.client-id");
    }

    @Test
    void aSecretTooShortToEncryptSessionsIsRefused_andNotRepeated() {
        refused(
                "synkvakt",
                SECRET.substring(1),
                Map.of(),
                "quarkus.oidc.credentials.secret is shorter than 32 characters");
    }

    @Test
    void withoutASecretTheStartGoesOn_forTokensNeedNone() {
        assertThat(settings("synkvakt", null, Map.of()).isConfigured()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "viewer,admin", "admin, operator"})
    void noRoleOfAProviderMakesAMunicipalitysAdmin(String roles) {
        refused("synkvakt", SECRET, Map.of("IT", roles), "quarkus.http.auth.roles-mapping");
    }

    private static void refused(@Nullable String audience, String secret, Map<String, String> roles, String because) {
        assertThatThrownBy(() -> settings(audience, secret, roles))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(because)
                .hasMessageNotContaining(secret);
    }

    private static OidcSettings settings(
            @Nullable String audience, @Nullable String secret, Map<String, String> roles) {
        return new OidcSettings(
                Optional.of("https://login.example/realms/x"),
                true,
                Optional.ofNullable(audience),
                Optional.ofNullable(secret),
                Optional.empty(),
                Optional.of(roles));
    }
}
