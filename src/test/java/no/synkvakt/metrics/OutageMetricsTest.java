package no.synkvakt.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import no.synkvakt.testing.Scrape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operator sees how many outages last, how many owners they affect, and that support could not be told. */
@QuarkusTest
class OutageMetricsTest extends OutageFlow {

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Inject
    Gauges gauges;

    @Test
    void whoIsAffectedIsCounted_andNoMoreOnceItIsOver() {
        List<MunicipalityFixture> owners = outageOf(4);
        assertThat(figures()).contains(entry("synkvakt_open_outages", 1.0), entry("synkvakt_outage_owners", 4.0));
        recovers(owners.subList(0, 3));
        assertThat(figures()).contains(entry("synkvakt_open_outages", 1.0), entry("synkvakt_outage_owners", 1.0));
        recovers(owners.subList(3, 4));
        tick();
        assertThat(figures()).contains(entry("synkvakt_open_outages", 0.0), entry("synkvakt_outage_owners", 0.0));
    }

    @Test
    void aMailToSupportThatWillNotBeSentIsOneThatIsGivenUp_asLongAsItLasts() {
        MailRelay.saysOf(SUPPORT, "550 5.1.1 no such mailbox");
        List<MunicipalityFixture> owners = outageOf(3);
        assertThat(figures()).contains(entry("synkvakt_set_aside{kind=\"notice\"}", 1.0));
        recovers(owners);
        tick();
        assertThat(figures()).contains(entry("synkvakt_set_aside{kind=\"notice\"}", 0.0));
    }

    private Map<String, Double> figures() {
        gauges.refresh();
        return Scrape.of(Objects.requireNonNull(management).getPort()).samples();
    }
}
