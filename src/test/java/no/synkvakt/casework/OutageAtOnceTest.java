package no.synkvakt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many watchers look at once, and wherever one dies, there is one outage, which each stall joins once. */
@QuarkusTest
class OutageAtOnceTest extends OutageFlow {

    private static final String CAUSE = "import-visma-flyt/VISMA_FLYT";
    private static final String NOTICES =
            "select kind || ' ' || audience || ' ' || state || ' ' || count(*) from notice"
                    + " group by kind, audience, state order by 1";

    @Inject
    OutageReview review;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void severalWatchersFormOne(int watchers) throws Exception {
        importFails(250);
        tickAtOnce(watchers);
        assertIsOneOf(250);
    }

    @Test
    void aWatcherThatDiesBeforeAnyoneHasJoinedIsSucceeded_andNobodyEndsTheEmptyOutage() {
        importFails(3);
        review.seek(CAUSE, clock.instant());
        assertThat(review.withoutStalls()).isEmpty();
        tick();
        assertIsOneOf(3);
    }

    @Test
    void soIsOneThatDiesWhenSomeHaveJoined() {
        importFails(4);
        review.seek(CAUSE, clock.instant());
        review.join(CAUSE, review.toJoin(CAUSE).subList(0, 2), clock.instant());
        tick();
        assertIsOneOf(4);
    }

    @Test
    void whoJoinsTwiceJoinsOnce() {
        importFails(3);
        review.seek(CAUSE, clock.instant());
        List<UUID> joining = review.toJoin(CAUSE);
        review.join(CAUSE, joining, clock.instant());
        review.join(CAUSE, joining, clock.instant());
        assertIsOneOf(3);
    }

    @Test
    void theLastTwoAreOverAtTheSameMoment_andSupportGetsOneAllClear() throws Exception {
        List<MunicipalityFixture> owners = outageOf(3);
        recovers(owners.subList(0, 1));
        List<Callable<Void>> acts = new ArrayList<>(List.of(
                () -> {
                    engineOf(owners.get(1)).completes(IMPORT);
                    return null;
                },
                () -> {
                    engineOf(owners.get(2)).completes(IMPORT);
                    return null;
                },
                this::ticks,
                this::ticks));
        atOnce(acts);
        tickAtOnce(3);
        send();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED");
        owners.forEach(owner -> assertThat(kindsTo(owner)).containsExactly("OUTAGE", "RESOLVED"));
        assertThat(outages()).containsExactly("import-visma-flyt VISMA_FLYT over");
    }

    @Test
    void aStallThatIsRaisedWhileItIsAboutToEndKeepsItUp() {
        recovers(outageOf(3));
        UUID about = review.withoutStalls().get(0);
        MunicipalityFixture late = flyt(4);
        watched(late);
        engineOf(late).fails(IMPORT, "no answer");
        review.end(about, clock.instant());
        assertThat(outages()).containsExactly("import-visma-flyt VISMA_FLYT");
        tick();
        holdPasses();
        assertThat(stallOf(late).text("outage")).isEqualTo(about.toString());
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        assertThat(kindsTo(late)).containsExactly("OUTAGE");
        recovers(List.of(late));
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED");
    }

    private void assertIsOneOf(int owners) {
        assertThat(outages()).containsExactly("import-visma-flyt VISMA_FLYT");
        assertThat(queried("select count(*) from stall where outage is not null and cause_sought"))
                .containsExactly(String.valueOf(owners));
        assertThat(queried(NOTICES))
                .containsExactly(
                        "ESCALATION SUPPORT CANCELLED " + owners,
                        "OUTAGE ADMIN PENDING " + owners,
                        "OUTAGE SUPPORT PENDING 1",
                        "STALL ADMIN CANCELLED " + owners);
        assertThat(queried("select jsonb_array_length(facts -> 'outage' -> 'stalls') from notice"
                        + " where outage is not null"))
                .as("all are on the list")
                .containsExactly(String.valueOf(owners));
    }

    private @Nullable Void ticks() {
        tick();
        return null;
    }

    private void tickAtOnce(int watchers) throws Exception {
        List<Callable<Void>> ticks = new ArrayList<>();
        for (int watcher = 0; watcher < watchers; watcher++) {
            ticks.add(this::ticks);
        }
        atOnce(ticks);
    }

    private static void atOnce(List<Callable<Void>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            for (Future<Void> done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
