package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Probe;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** How a pod ends: not ready first, then what is under way, and only then killed; elsewhere nobody waits. */
class EndOfAPodTest {

    private static final Duration LONGEST_MAIL_ATTEMPT = Duration.ofSeconds(30);

    @Test
    void itIsKilledOnlyWhenAllItMayWaitForIsOver() throws IOException, InterruptedException {
        RenderedManifests base = RenderedManifests.base();
        Duration grace = Duration.ofSeconds(base.synkvakt().pod().getTerminationGracePeriodSeconds());
        assertThat(grace)
                .isGreaterThan(setting(base, "QUARKUS_SHUTDOWN_DELAY")
                        .plus(setting(base, "QUARKUS_SHUTDOWN_TIMEOUT"))
                        .plus(LONGEST_MAIL_ATTEMPT));
    }

    @Test
    void itAnswersUntilItsReadinessHasBeenSeenToGoDown() throws IOException, InterruptedException {
        RenderedManifests base = RenderedManifests.base();
        Probe readiness = base.synkvakt().container().getReadinessProbe();
        Duration seen = Duration.ofSeconds((long) readiness.getPeriodSeconds() * readiness.getFailureThreshold());
        assertThat(setting(base, "QUARKUS_SHUTDOWN_DELAY")).isGreaterThanOrEqualTo(seen);
    }

    @Test
    void onlyItsSettingsMakeItWait() throws IOException {
        Properties packaged = Settings.packaged();
        assertThat(packaged.getProperty("quarkus.shutdown.delay-enabled")).isEqualTo("true");
        assertThat(packaged.stringPropertyNames()).doesNotContain("quarkus.shutdown.delay", "quarkus.shutdown.timeout");
    }

    private static Duration setting(RenderedManifests manifests, String name) {
        return DurationConverter.parseDuration(
                manifests.the(ConfigMap.class, "synkvakt-settings").getData().get(name));
    }
}
