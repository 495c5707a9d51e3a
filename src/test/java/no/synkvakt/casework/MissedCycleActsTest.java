package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people, the clock and late reports do to a cycle that was missed. */
@QuarkusTest
class MissedCycleActsTest extends FlowTest {

    private static final Duration GRACE = Duration.ofHours(1);
    private static final Duration SMALLEST = Duration.ofNanos(1000);
    private static final MunicipalityFixture LILLESTROM = lillestrom().with("schedule", Map.of("cron", "0 2 * * *"));
    private static final Instant SCHEDULED =
            OffsetDateTime.parse("2026-11-24T02:00+01:00").toInstant();
    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

    @BeforeEach
    void tonightsCycleIsMissed() {
        watched(LILLESTROM);
        engineOf(LILLESTROM).startsCycle().completesCycle();
        clock.set(SCHEDULED.plus(GRACE));
        tick();
    }

    @Test
    void whoeverHasActedHasTheGraceOnceMore_andThenItGoesToSupport() {
        holdPasses();
        stallOf(LILLESTROM).acknowledge("I have run the task").statusCode(200);
        assertThat(stallOf(LILLESTROM).time("dueAt")).isEqualTo(clock.instant().plus(GRACE));
        pass(GRACE.minus(SMALLEST));
        assertThat(stallOf(LILLESTROM).state()).isEqualTo("ACKNOWLEDGED");
        pass(SMALLEST);
        send();
        assertThat(stallOf(LILLESTROM).state()).isEqualTo("ESCALATED");
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Lillestrøm: synkroniseringen har ikke startet – nå hos brukerstøtte");
            assertThat(mail.text()).contains("Forrige syklus: 2026-11-23, ", "Skulle senest ha startet: ");
        });
        assertThat(mailsTo(ADMIN)).hasSize(2).last().satisfies(mail -> assertThat(mail.text())
                .contains("Oppgaven ble meldt utført"));
    }

    @Test
    void whatTheAdminDidHelps_andThereIsOneAllClear() {
        holdPasses();
        stallOf(LILLESTROM).acknowledge("I have run the task").statusCode(200);
        clock.advance(Duration.ofMinutes(5));
        engineOf(LILLESTROM).inCycle("2026-11-24").startsCycle();
        send();
        assertThat(mailsTo(ADMIN)).hasSize(2).last().satisfies(mail -> assertThat(mail.text())
                .contains("synkroniseringen for Lillestrøm har startet", "Takk"));
        assertThat(mailsTo(SUPPORT)).isEmpty();
        assertThat(due()).as("a cycle is open").containsExactly("null");
    }

    @Test
    void silenceHoldsBackTheHandOverOfWhatHasNotHelped() {
        StallOf stall = stallOf(LILLESTROM);
        stall.acknowledge("done").statusCode(200);
        Instant until = clock.instant().plus(Duration.ofHours(2));
        as(Key.OPERATOR)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("until", "PT2H")
                .post("/stalls/" + stall.id() + "/silence")
                .then()
                .statusCode(303);
        pass(Duration.ofHours(2).minus(SMALLEST));
        assertThat(stallOf(LILLESTROM).state()).isEqualTo("ACKNOWLEDGED");
        clock.set(until);
        tick();
        assertThat(stallOf(LILLESTROM).state()).isEqualTo("ESCALATED");
    }

    @Test
    void whereNobodyActsTheClockRemindsAndHandsOver() {
        holdPasses();
        clock.set(OffsetDateTime.parse("2026-11-24T16:00+01:00").toInstant());
        tick();
        send();
        assertThat(stallOf(LILLESTROM).state()).isEqualTo("ESCALATED");
        pass(Duration.ofDays(1));
        send();
        assertThat(mailsTo(SUPPORT))
                .extracting(mail -> mail.subject())
                .containsExactly(
                        "Lillestrøm: synkroniseringen har ikke startet – nå hos brukerstøtte",
                        "Påminnelse: Lillestrøm: synkroniseringen har ikke startet – nå hos brukerstøtte");
    }

    @Test
    void supportTakesItOver() {
        stallOf(LILLESTROM).escalate("mine").statusCode(200);
        holdPasses();
        assertThat(mailsTo(SUPPORT)).hasSize(1);
        assertThat(mailsTo(ADMIN)).hasSize(1);
    }

    @Test
    void whoeverIsToBeMailedAgainIsTold_andWhoeverIsForgottenIsNot() {
        changed(LILLESTROM.with("notify", false));
        holdPasses();
        assertThat(mailsTo(ADMIN)).isEmpty();
        changed(LILLESTROM);
        send();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        String stall = stallOf(LILLESTROM).id();
        deleted(LILLESTROM);
        send();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        assertThat(StallOf.byId(stall).state()).isEqualTo("RESOLVED");
    }

    @Test
    void aLateReportOfAnOlderCycleChangesNothing() {
        engineOf(LILLESTROM).ago(Duration.ofHours(24)).completes("export-ad");
        engineOf(LILLESTROM).inCycle("by-hand").ago(Duration.ofHours(9)).startsCycle();
        assertThat(stallOf(LILLESTROM).verdict()).isEqualTo("MISSED");
        engineOf(LILLESTROM).inCycle("by-hand").ago(Duration.ofHours(8)).completesCycle();
        tick();
        assertThat(stallsOf(LILLESTROM)).hasSize(1);
        assertThat(stallOf(LILLESTROM).verdict()).isEqualTo("MISSED");
    }

    @Test
    void aLateReportThatTonightsCycleBeganInTimeEndsIt_andMailsNobodyWhoHadNoMail() {
        engineOf(LILLESTROM).inCycle("2026-11-24").ago(GRACE).startsCycle();
        assertThat(statusOf(LILLESTROM).state()).isEqualTo("RUNNING");
        holdPasses();
        assertThat(mailsTo(ADMIN)).isEmpty();
    }

    @Test
    void anOlderCycleThatStandsStillTakesItsPlace() {
        holdPasses();
        engineOf(LILLESTROM).inCycle("by-hand").ago(Duration.ofHours(9)).fails("export-ad", "access denied");
        send();
        assertThat(stallsOf(LILLESTROM)).extracting(StallOf::state).containsExactly("OPEN", "RESOLVED");
        assertThat(stallOf(LILLESTROM).step()).isEqualTo("export-ad");
    }

    @Test
    void aCycleThatFailsAtOnceEndsItAndIsAStallOfItsOwn() {
        holdPasses();
        Engine next = engineOf(LILLESTROM).inCycle("2026-11-24");
        next.fails("import-visma-flyt", "no answer");
        holdPasses();
        assertThat(stallsOf(LILLESTROM)).extracting(StallOf::verdict).containsExactlyInAnyOrder("FAILED", "MISSED");
        assertThat(stallOf(LILLESTROM).verdict()).isEqualTo("FAILED");
    }

    private List<String> due() {
        return queried("select missed_at from municipality where id = '" + LILLESTROM.id() + "'");
    }
}
