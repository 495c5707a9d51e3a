package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code k8s/base} tells Synkvakt, openly and in the example of its Secret. */
class ManifestSettingsTest {

    private RenderedManifests base;
    private ConfigMap settings;
    private Secret secrets;

    @BeforeEach
    void render() throws IOException, InterruptedException {
        base = RenderedManifests.base();
        settings = base.the(ConfigMap.class);
        secrets = RenderedManifests.secretExample().the(Secret.class);
    }

    @Test
    void everySettingIsReal() throws IOException {
        assertThat(Settings.unknown(settings.getData().keySet())).isEmpty();
        assertThat(Settings.unknown(secrets.getStringData().keySet())).isEmpty();
    }

    @Test
    void takesItsSettingsFromWhatExists() {
        Set<String> sources = Set.of(
                "ConfigMap/" + settings.getMetadata().getName(),
                "Secret/" + secrets.getMetadata().getName());
        assertThat(base.container().getEnvFrom())
                .extracting(ManifestSettingsTest::name)
                .containsExactlyInAnyOrderElementsOf(sources);
    }

    @Test
    void keepsSecretsOutOfTheConfigMap() {
        assertThat(settings.getData().keySet())
                .doesNotContainAnyElementsOf(secrets.getStringData().keySet())
                .noneMatch(key -> key.matches(".*(PASSWORD|SECRET|TOKEN|SHA256).*"));
    }

    @Test
    void secretExampleHoldsOnlyPlaceholders() {
        assertThat(secrets.getData()).isNullOrEmpty();
        assertThat(secrets.getStringData()).isNotEmpty().allSatisfy((key, value) -> assertThat(value)
                .as(key)
                .matches(key.endsWith("__ROLE") ? "ingest|operator|viewer" : "<[^<>]+>"));
    }

    private static String name(EnvFromSource source) {
        return source.getConfigMapRef() == null
                ? "Secret/" + source.getSecretRef().getName()
                : "ConfigMap/" + source.getConfigMapRef().getName();
    }
}
