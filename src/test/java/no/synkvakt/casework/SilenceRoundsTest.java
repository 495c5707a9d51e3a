package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.synkvakt.deadline.Silence;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A silence reaches all whom it concerns, however many they are, whoever applies it and wherever that was broken off. */
@QuarkusTest
class SilenceRoundsTest extends FlowTest {

    private static final String NOT_YET = "select count(*) from stall where silenced_until is null";

    @Inject
    Silencing silencing;

    @Inject
    SilenceReview review;

    @Inject
    SilenceRounds rounds;

    @AfterEach
    void mend() {
        sql("drop trigger if exists refusal on stall");
    }

    private void standStill(int many) {
        MunicipalityFixture one = owner("o000.example", "Owner 0", "WIS");
        watched(one);
        engineOf(one).fails("import-sas", "no answer");
        String copies = " from %s, generate_series(1, " + (many - 1) + ") n";
        String id = "'o' || lpad(n::text, 3, '0') || '.example'";
        sql("insert into municipality (id, name, number, profile, ping_key, created_at, updated_at) select " + id
                + ", 'Owner ' || n, null, jsonb_set(profile, '{id}', to_jsonb(" + id
                + ")), 'k' || n, created_at, updated_at"
                + copies.formatted("municipality"));
        sql(
                "insert into stall (id, municipality, cycle, step, verdict, since, due_at, judged_until, detected_at, state,"
                        + " remedy, acts) select gen_random_uuid(), " + id
                        + ", cycle, step, verdict, since, due_at, judged_until,"
                        + " detected_at, state, remedy, acts" + copies.formatted("stall"));
    }

    private UUID silence() {
        Silencing.Wish wish = new Silencing.Wish(
                Silence.Kind.SILENCE, null, null, null, clock.instant().plus(Duration.ofHours(5)), null);
        return silencing.make(wish, "operator").id;
    }

    @Test
    void twoHundredAndFiftyStallsTakeThreeBatches() {
        standStill(250);
        UUID silence = silence();
        List<String> first = review.touched(silence, "");
        List<String> second = review.touched(silence, first.get(99));
        List<String> third = review.touched(silence, second.get(99));
        assertThat(List.of(first.size(), second.size(), third.size())).containsExactly(100, 100, 50);
        assertThat(review.touched(silence, third.get(49))).isEmpty();
        rounds.go(clock.instant());
        assertThat(queried(NOT_YET)).containsExactly("0");
    }

    @Test
    void whoDiesBetweenTwoBatchesLeavesTheRestToTheNextTick() {
        standStill(250);
        UUID silence = silence();
        review.apply(review.touched(silence, ""), clock.instant());
        assertThat(queried(NOT_YET)).containsExactly("150");
        assertThat(review.toApply(clock.instant()))
                .extracting(asked -> asked.id)
                .containsExactly(silence);
        tick();
        assertThat(queried(NOT_YET)).containsExactly("0");
        assertThat(review.toApply(clock.instant())).isEmpty();
    }

    @Test
    void oneThatCannotBeSilencedKeepsItFromNobody() {
        standStill(120);
        sql("""
                create or replace function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not silenced'; end $$""");
        sql("create trigger refusal before update on stall for each row when (new.municipality = 'o042.example')"
                + " execute function refuse()");
        silence();
        tick();
        assertThat(queried("select municipality from stall where silenced_until is null"))
                .containsExactly("o042.example");
    }

    @Test
    void twoReplicasAtOnceDoItAsOneWould_andEndItAsOneWould() throws Exception {
        standStill(30);
        holdPasses();
        UUID silence = silence();
        atOnce(() -> rounds.go(clock.instant()));
        assertThat(queried(NOT_YET)).containsExactly("0");
        clock.advance(Duration.ofMinutes(1));
        silencing.end(silence, "operator");
        atOnce(() -> rounds.go(clock.instant()));
        assertThat(queried(NOT_YET)).containsExactly("30");
        assertThat(review.toApply(clock.instant())).isEmpty();
        assertThat(queried("select count(*) from notice where kind = 'STALL'")).containsExactly("1");
    }

    @Test
    void anEndThatComesWhileItsBeginningIsAppliedIsAppliedToo() {
        standStill(1);
        UUID silence = silence();
        Silence begun = review.toApply(clock.instant()).get(0);
        silencing.end(silence, "operator");
        review.applied(begun);
        assertThat(review.toApply(clock.instant())).hasSize(1);
        tick();
        assertThat(queried(NOT_YET)).containsExactly("1");
    }

    private static void atOnce(Runnable act) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> replica = () -> {
                act.run();
                return null;
            };
            for (Future<Void> done : replicas.invokeAll(Collections.nCopies(2, replica))) {
                done.get();
            }
        } finally {
            replicas.shutdownNow();
        }
    }
}
