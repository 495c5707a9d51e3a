package no.synkvakt.ingest;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Scrape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events are counted by what became of them. */
@QuarkusTest
class EventCountsTest extends FlowTest {

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Test
    void acceptedOnce_thenADuplicate() {
        watched(lillestrom());
        Map<String, Object> event = engineOf(lillestrom()).event("step.started", "Import Visma Flyt", Map.of());
        double accepted = counted("accepted", "none");
        double duplicates = counted("duplicate", "none");
        Engine.send(event);
        Engine.send(event);
        assertThat(counted("accepted", "none")).isEqualTo(accepted + 1);
        assertThat(counted("duplicate", "none")).isEqualTo(duplicates + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "subject, nobody.example, subject",
        "type, no.efeide.sync.step.mislaid, type",
        "specversion, 2.0, specversion",
        "datacontenttype, text/csv, other",
    })
    void refusedIsCountedByTheFieldAtFault(String field, String value, String reason) {
        watched(lillestrom());
        Map<String, Object> event = engineOf(lillestrom()).event("step.started", "Import Visma Flyt", Map.of());
        event.put(field, value);
        double before = counted("rejected", reason);
        Engine.send(event);
        assertThat(counted("rejected", reason)).isEqualTo(before + 1);
    }

    @Test
    void aPingIsAnEventToo() {
        watched(lillestrom());
        String url = operator()
                .get("/api/v1/municipalities/" + lillestrom().id() + "/ping-key")
                .path("pingKey");
        double accepted = counted("accepted", "none");
        double duplicates = counted("duplicate", "none");
        as(Key.OPERATOR).get("/ping/" + url + "/import-visma-flyt").then().statusCode(200);
        as(Key.OPERATOR).get("/ping/" + url + "/import-visma-flyt").then().statusCode(200);
        assertThat(counted("accepted", "none")).isEqualTo(accepted + 1);
        assertThat(counted("duplicate", "none")).isEqualTo(duplicates + 1);
    }

    private double counted(String outcome, String reason) {
        return Scrape.of(Objects.requireNonNull(management).getPort())
                .value("synkvakt_events_total{outcome=\"" + outcome + "\",reason=\"" + reason + "\"}");
    }
}
