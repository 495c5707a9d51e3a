package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import no.synkvakt.stall.Act;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody asks to be left alone until a time: the clock does nothing before, and then what has become due. */
@QuarkusTest
class QuietTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final Duration EXPECTED = Duration.ofHours(2);
    private static final Duration SMALLEST = Duration.ofNanos(1000);
    private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T12:00:00+01:00");

    @Inject
    StallActs acts;

    private final MunicipalityFixture lillestrom = lillestrom();
    private Engine engine;
    private StallOf stall;

    @BeforeEach
    void importFlyVoStandsStill_andWouldGoToSupportOnMondayAtFour() {
        watched(lillestrom);
        engine = engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(EXPECTED);
        holdPasses();
        stall = stallOf(lillestrom);
    }

    @Test
    void anOpenOneGoesToSupportWhenTheQuietIsOver_andNotAMicrosecondEarlier() {
        quietUntil(TUESDAY_NOON);
        tickAt(TUESDAY_NOON.minus(SMALLEST));
        assertThat(stall.now().state()).isEqualTo("OPEN");
        assertThat(mailsTo(ADMIN)).as("nor is anybody reminded").hasSize(1);
        tickAt(TUESDAY_NOON);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
    }

    @Test
    void quietThatEndsBeforeItIsDueMovesNothing() {
        quietUntil(Instant.parse("2026-11-23T15:00:00+01:00"));
        tickAt(Instant.parse("2026-11-23T16:00:00+01:00").minus(SMALLEST));
        assertThat(stall.now().state()).isEqualTo("OPEN");
        pass(SMALLEST);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
    }

    @Test
    void aReminderThatBecomesDueMeanwhileIsSentThen_andTheNextADayLater() {
        stall.escalate("please help").statusCode(200);
        send();
        Instant over = clock.instant().plus(Duration.ofHours(30));
        quietUntil(over);
        tickAt(over.minus(SMALLEST));
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        tickAt(over);
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "REMINDER");
        tickAt(over.plus(Duration.ofDays(1)).minus(SMALLEST));
        assertThat(mailsTo(SUPPORT)).hasSize(2);
        tickAt(over.plus(Duration.ofDays(1)));
        assertThat(mailsTo(SUPPORT)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatWasActedOnGoesToSupportWhenTheQuietIsOver_whicheverCameFirst(boolean quietFirst) {
        if (quietFirst) {
            quietUntil(TUESDAY_NOON);
        }
        stall.acknowledge("ran it").statusCode(200);
        if (!quietFirst) {
            quietUntil(TUESDAY_NOON);
        }
        pass(EXPECTED);
        assertThat(queried("select id from cycle where due_at < '2026-11-24T12:00:00+01:00'"))
                .as("nor does the watcher look at it again and again")
                .isEmpty();
        tickAt(TUESDAY_NOON.minus(SMALLEST));
        assertThat(stall.now().state()).isEqualTo("ACKNOWLEDGED");
        tickAt(TUESDAY_NOON);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
    }

    @Test
    void oneThatWasActedOnAndIsDueAfterTheQuietGoesToSupportWhenItIsDue() {
        stall.acknowledge("ran it").statusCode(200);
        quietUntil(clock.instant().plus(Duration.ofHours(1)));
        pass(EXPECTED.minus(SMALLEST));
        assertThat(stall.now().state()).isEqualTo("ACKNOWLEDGED");
        pass(SMALLEST);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
    }

    @Test
    void anotherTimeTakesTheFirstOnesPlace_earlierToo() {
        stall.acknowledge("ran it").statusCode(200);
        quietUntil(TUESDAY_NOON);
        pass(EXPECTED);
        Instant earlier = clock.instant().plus(Duration.ofHours(1));
        quietUntil(earlier);
        tickAt(earlier);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(stall.now().acts()).containsExactly("ACKNOWLEDGED", "SILENCED", "SILENCED", "ESCALATED");
    }

    @Test
    void theAllClearComesAllTheSame() {
        quietUntil(TUESDAY_NOON);
        engine.completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void aMailMeanwhileSaysWhenSupportGetsIt() {
        quietUntil(TUESDAY_NOON);
        changed(lillestrom.with("tasks", Map.of("import-flyvo", List.of("FlyVo natt"))));
        engine.fails("import-flyvo", "no route to host");
        send();
        assertThat(mailsTo(ADMIN).get(1).text())
                .contains("Hvis ingen gjør noe, får brukerstøtte saken tirsdag 24. november kl. 12.00.");
    }

    @Test
    void whoAskedAndUntilWhenIsOnRecord_andASecondPressChangesNothing() {
        quietUntil(TUESDAY_NOON);
        StallOf once = stall.now();
        clock.advance(Duration.ofMinutes(1));
        quietUntil(TUESDAY_NOON);
        assertThat(stall.now().acts()).containsExactly("SILENCED");
        assertThat(stall.now().text("acts[0].at")).isEqualTo(once.text("acts[0].at"));
        assertThat(stall.now().text("acts[0].by")).isEqualTo("the admin");
        assertThat(stall.now().text("acts[0].note")).isEqualTo("2026-11-24T11:00:00Z");
    }

    @Test
    void theTimeIsLaterThanNow_andAtMost31DaysAhead() {
        Instant now = clock.instant();
        quietUntil(now.plus(SMALLEST));
        quietUntil(now.plus(Duration.ofDays(31)));
        for (Instant wrong :
                List.of(now, now.minus(SMALLEST), now.plus(Duration.ofDays(31)).plus(SMALLEST))) {
            ProblemException refused = catchThrowableOfType(ProblemException.class, () -> quietUntil(wrong));
            assertThat(refused.problem().status()).isEqualTo(422);
            assertThat(refused.problem().errors())
                    .containsExactly(new FieldError("until", wrong.toString(), "a later time, at most 31 days ahead"));
        }
        assertThat(stall.now().acts()).hasSize(2);
    }

    @Test
    void onceResolvedThereIsNothingLeftToBeQuietAbout() {
        engine.completes("import-flyvo");
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> quietUntil(TUESDAY_NOON));
        assertThat(refused.problem().status()).isEqualTo(409);
        assertThat(stall.now().acts()).containsExactly("RESOLVED");
    }

    @Test
    void aStallThatIsNotThereIs404() {
        UUID nobody = UUID.fromString("00000000-0000-0000-0000-000000000000");
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> acts.silence(nobody, Act.Side.ADMIN, "the admin", TUESDAY_NOON));
        assertThat(refused.problem().status()).isEqualTo(404);
    }

    private void quietUntil(Instant until) {
        acts.silence(UUID.fromString(stall.id()), Act.Side.ADMIN, "the admin", until);
    }

    private void tickAt(Instant time) {
        clock.set(time);
        tick();
        send();
    }
}
