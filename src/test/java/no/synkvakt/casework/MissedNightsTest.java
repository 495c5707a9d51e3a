package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** Nights on which clocks are changed, many owners, and several watchers at once. */
@QuarkusTest
class MissedNightsTest extends FlowTest {

    private static final int WATCHERS = 4;
    private static final int OWNERS = 20;
    private static final MunicipalityFixture HALF_PAST =
            owner("k.example", "K", "WIS").with("schedule", Map.of("cron", "30 2 * * *"));

    @Test
    void whereHalfPastTwoIsLeftOutOneCycleIsExpected() {
        ranOn("2026-03-28T02:30:00+01:00");
        at("2026-03-29T04:29:59+02:00");
        assertThat(stallsOf(HALF_PAST)).isEmpty();
        at("2026-03-29T04:30:00+02:00");
        assertThat(stallOf(HALF_PAST).time("since")).isEqualTo(time("2026-03-29T03:00:00+02:00"));
    }

    @Test
    void whereHalfPastTwoComesTwiceOneCycleIsEnough() {
        ranOn("2026-10-24T02:30:00+02:00");
        clock.set(time("2026-10-25T02:30:00+02:00"));
        engineOf(HALF_PAST).inCycle("2026-10-25").startsCycle().completesCycle();
        at("2026-10-25T12:00:00+01:00");
        assertThat(stallsOf(HALF_PAST)).isEmpty();
        at("2026-10-26T03:30:00+01:00");
        assertThat(stallsOf(HALF_PAST)).hasSize(1);
    }

    @Test
    void whereHalfPastTwoComesTwiceAndNoCycleBegins_thatIsOneStall() {
        ranOn("2026-10-24T02:30:00+02:00");
        at("2026-10-25T03:29:59+01:00");
        assertThat(stallsOf(HALF_PAST)).isEmpty();
        at("2026-10-25T03:30:00+01:00");
        assertThat(stallOf(HALF_PAST).time("since")).isEqualTo(time("2026-10-25T02:30:00+02:00"));
    }

    @Test
    void severalWatchersAtOnceRaiseOneStallForEach() throws Exception {
        List<MunicipalityFixture> owners = IntStream.range(0, OWNERS)
                .mapToObj(index -> owner("owner-" + index + ".example", "Owner " + index, "WIS")
                        .with("schedule", Map.of("cron", "0 2 * * *")))
                .toList();
        owners.forEach(owner -> {
            watched(owner);
            engineOf(owner).startsCycle().completesCycle();
        });
        clock.advance(Duration.ofHours(25));
        watchAtOnce();
        assertThat(queried("select verdict || ' ' || count(*) from stall group by verdict"))
                .containsExactly("MISSED 20");
        assertThat(queried("select kind || ' ' || count(*) from notice group by kind"))
                .containsExactly("STALL 20");
        assertThat(queried("select count(*) from municipality where missed_at is not null"))
                .containsExactly("0");
    }

    private void ranOn(String night) {
        clock.set(time(night));
        watched(HALF_PAST);
        engineOf(HALF_PAST).startsCycle().completesCycle();
    }

    private void at(String time) {
        clock.set(time(time));
        tick();
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
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
