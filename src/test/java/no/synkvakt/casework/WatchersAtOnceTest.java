package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** However many watchers look at once, what the clock does to a stall it does once. */
@QuarkusTest
class WatchersAtOnceTest extends FlowTest {

    private static final int WATCHERS = 4;
    private static final int OWNERS = 20;
    private static final String NOTICES = "select kind || ' ' || audience || ' ' || count(*) from notice"
            + " where kind <> 'STALL' group by kind, audience order by 1";

    @Test
    void thereIsOneHandOverOfEach_andOneReminder() throws Exception {
        List<MunicipalityFixture> owners = IntStream.range(0, OWNERS)
                .mapToObj(index -> owner("owner-" + index + ".example", "Owner " + index, "WIS"))
                .toList();
        owners.forEach(owner -> {
            watched(owner);
            engineOf(owner).fails("import-sas", "no route to host");
        });
        holdPasses();
        clock.set(Instant.parse("2026-11-23T16:00:00+01:00"));
        watchAtOnce();
        assertThat(queried(NOTICES)).containsExactly("ESCALATION ADMIN 20", "ESCALATION SUPPORT 20");
        clock.advance(Duration.ofDays(1));
        watchAtOnce();
        assertThat(queried(NOTICES))
                .containsExactly("ESCALATION ADMIN 20", "ESCALATION SUPPORT 20", "REMINDER SUPPORT 20");
        assertThat(queried("select distinct jsonb_array_length(acts) from stall"))
                .containsExactly("1");
    }

    private void watchAtOnce() throws Exception {
        ExecutorService watchers = Executors.newFixedThreadPool(WATCHERS);
        try {
            Callable<Void> watcher = () -> {
                tick();
                return null;
            };
            for (Future<Void> ticked : watchers.invokeAll(Collections.nCopies(WATCHERS, watcher))) {
                ticked.get();
            }
        } finally {
            watchers.shutdownNow();
        }
    }
}
