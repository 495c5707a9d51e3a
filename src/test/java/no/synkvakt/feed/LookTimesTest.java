package no.synkvakt.feed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import no.synkvakt.cycle.Looks;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;

/** Before the first look, each database is asked about its query. */
@QuarkusTest
class LookTimesTest extends FeedFlow {

    @Inject
    Looks looks;

    @Inject
    LookNews news;

    @Inject
    Scheduler scheduler;

    @Test
    void aQueryThatAnEnginesDatabaseRefusesStopsTheStartInItsWords() {
        LookTimes times = new LookTimes(feeds("select owner from nowhere"), looking, looks, news, scheduler);
        assertThatThrownBy(() -> times.begin(new StartupEvent()))
                .hasMessageStartingWith("synkvakt.feeds.\"efeide\".query: ERROR: relation \"nowhere\" does not exist");
    }

    private static EngineFeeds feeds(String query) {
        return new EngineFeeds(
                () -> Map.of("efeide", tables.setting(query)), Shipped.catalogue(), Duration.ofMinutes(10));
    }
}
