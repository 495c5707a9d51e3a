package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A silent engine and all that may be under way meanwhile: mails, other watchers, missed cycles, outages, late events. */
@QuarkusTest
class BlindMailsTest extends FlowTest {

    private static final String OPERATOR = "drift@synkvakt.example";
    private static final Duration CAUGHT_UP = Duration.ofSeconds(30);

    private final MunicipalityFixture lillestrom = lillestrom().with("schedule", Map.of("cron", "0 2 * * *"));
    private Engine engine;

    @BeforeEach
    void anEngineThatBeatsStartsACycle() {
        watched(lillestrom);
        engine = engineOf(lillestrom).beats().startsCycle();
        tick();
    }

    private void fallsSilent() {
        clock.advance(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
    }

    private void comesBack() {
        engine.beats();
        pass(CAUGHT_UP);
    }

    private List<String> kindsTo(String address) {
        send();
        return mailsTo(address).stream().map(Mail::kind).toList();
    }

    @Test
    void howeverManyWatchersLookTheOperatorIsToldOnce() throws Exception {
        clock.advance(Duration.ofMinutes(10));
        ExecutorService watchers = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> watcher = () -> {
                tick();
                return null;
            };
            for (Future<Void> ticked : watchers.invokeAll(Collections.nCopies(4, watcher))) {
                ticked.get();
            }
        } finally {
            watchers.shutdownNow();
        }
        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND");
    }

    @Test
    void anAlarmThatWasRefusedForGoodHasNoAllClear() {
        MailRelay.saysOf(OPERATOR, "550 5.1.1 no such mailbox");
        fallsSilent();
        send();
        MailRelay.recovers();
        comesBack();
        assertThat(kindsTo(OPERATOR)).isEmpty();
        assertThat(queried("select kind || ' ' || state from notice")).containsExactly("BLIND FAILED");
    }

    @Test
    void theAllClearOfAnAlarmThatIsStillOnItsWayComesAfterIt() {
        MailRelay.saysOf(OPERATOR, "451 4.7.1 later");
        fallsSilent();
        send();
        comesBack();
        send();
        MailRelay.recovers();
        pass(Duration.ofMinutes(5));
        assertThat(kindsTo(OPERATOR)).startsWith("BLIND");
        pass(Duration.ofMinutes(1));
        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND", "RESOLVED");
    }

    @Test
    void itComesAlsoWhenTheEngineFellSilentOnceMoreMeanwhile() {
        MailRelay.saysOf(OPERATOR, "451 4.7.1 later");
        fallsSilent();
        send();
        comesBack();
        fallsSilent();
        comesBack();
        assertThat(queried("select kind || ' ' || state from notice order by created_at"))
                .containsExactly("BLIND PENDING", "RESOLVED PENDING", "BLIND CANCELLED");
        MailRelay.recovers();
        for (int beat = 0; beat < 15; beat++) {
            pass(Duration.ofMinutes(5));
            engine.beats();
            send();
        }
        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND", "RESOLVED");
    }

    @Test
    void aMissedCycleIsParked_andJudgedWhenTheEngineIsBack() {
        engine.completesCycle();
        clock.set(Instant.parse("2026-11-23T22:00:00+01:00"));
        engine.beats();
        tick();
        fallsSilent();
        clock.set(Instant.parse("2026-11-24T05:00:00+01:00"));
        tick();
        assertThat(stallsOf(lillestrom)).isEmpty();
        comesBack();
        assertThat(stallOf(lillestrom).verdict()).isEqualTo("MISSED");
    }

    @Test
    void oneThatHadBegunAfterAllIsNotMissed() {
        engine.completesCycle();
        clock.set(Instant.parse("2026-11-23T22:00:00+01:00"));
        engine.beats();
        tick();
        fallsSilent();
        clock.set(Instant.parse("2026-11-24T05:00:00+01:00"));
        tick();
        engine.beats();
        engine.inCycle("2026-11-24").ago(Duration.ofHours(3)).startsCycle().completesCycle();
        pass(CAUGHT_UP);
        assertThat(stallsOf(lillestrom)).isEmpty();
    }

    @Test
    void aLateEventOfAnEarlierSourceDoesNotMakeItTheOwnersAgain() {
        var own = engine.event("step.completed", "Import Visma Flyt", Map.of());
        clock.advance(Duration.ofMinutes(5));
        var other = engineOf(lillestrom).event("step.completed", "Import FlyVo", Map.of());
        other.put("source", "/ping/of-its-own");
        Engine.send(other).statusCode(202);
        fallsSilent();
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");
        Engine.send(own).statusCode(202);
        assertThat(queried("select feed from municipality")).containsExactly("/ping/of-its-own");
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");
    }

    @Test
    void anOutagesRemindersWaitToo_andComeWhenTheEngineIsBack() {
        List<MunicipalityFixture> owners = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> owner("flyt-" + number + ".example", "Flytby " + number, "VISMA_FLYT")
                        .withChain("import-visma-flyt", "synchronization"))
                .toList();
        owners.forEach(owner -> {
            watched(owner);
            engineOf(owner).fails("import-visma-flyt", "no answer");
        });
        tick();
        holdPasses();
        assertThat(kindsTo("support@vendor.example")).containsExactly("OUTAGE");
        fallsSilent();
        pass(Duration.ofDays(3));
        assertThat(kindsTo("support@vendor.example")).containsExactly("OUTAGE");
        comesBack();
        assertThat(kindsTo("support@vendor.example")).startsWith("OUTAGE", "REMINDER");
    }

    @Test
    void anEngineThatCaughtUpWhenSynkvaktWentDownIsNotTakenToBeHeard() {
        fallsSilent();
        engine.beats();
        isDown(Duration.ofHours(3));
        pass(CAUGHT_UP);
        assertThat(statusOf(lillestrom).state()).isEqualTo("UNKNOWN");
        assertThat(stallsOf(lillestrom)).isEmpty();
        comesBack();
        assertThat(statusOf(lillestrom).state()).isEqualTo("STALLED");
    }

    @Test
    void aSourceCannotBeAskedToBeHeardMoreOftenThanEachSecond() {
        assertThatThrownBy(() -> review(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("synkvakt.feed.silent-after", "PT0.999S", "at least PT1S");
        assertThat(review(Duration.ofSeconds(1))).isNotNull();
    }

    @SuppressWarnings("NullAway") // what is refused needs nothing else
    private static FeedReview review(Duration silentAfter) {
        return new FeedReview(null, null, null, null, silentAfter, Duration.ofSeconds(10));
    }
}
