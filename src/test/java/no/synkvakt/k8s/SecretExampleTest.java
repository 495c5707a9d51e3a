package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of a Secret: real settings, none of them with a real value. */
class SecretExampleTest {

    private Secret secrets;

    @BeforeEach
    void read() throws IOException {
        secrets = RenderedManifests.secretExample().the(Secret.class);
    }

    @Test
    void setsOnlyWhatExists() throws IOException {
        assertThat(Settings.read().unknown(secrets.getStringData().keySet())).isEmpty();
    }

    @Test
    void holdsOnlyPlaceholders() {
        assertThat(secrets.getData()).isNullOrEmpty();
        assertThat(secrets.getStringData()).isNotEmpty().allSatisfy((key, value) -> assertThat(value)
                .as(key)
                .matches(key.endsWith("__ROLE") ? "ingest|operator|viewer" : "<[^<>]+>"));
    }
}
