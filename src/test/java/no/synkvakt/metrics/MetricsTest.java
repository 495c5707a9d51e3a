package no.synkvakt.metrics;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.Objects;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Scrape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figures by which an operator sees whether Synkvakt does its work, as Prometheus reads them. */
@QuarkusTest
class MetricsTest extends FlowTest {

    private static final MunicipalityFixture OTHER = owner("other.example", "Other", "WIS");

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Inject
    Gauges gauges;

    @AfterEach
    void mend() {
        sql("drop trigger if exists refusal on stall");
        sql("alter table if exists hidden rename to notice");
    }

    @Test
    void withNothingToWaitForAllAgesAreZero() {
        assertThat(figures().samples())
                .contains(
                        entry("synkvakt_oldest_overdue_seconds{kind=\"cycle\"}", 0.0),
                        entry("synkvakt_oldest_overdue_seconds{kind=\"stall\"}", 0.0),
                        entry("synkvakt_oldest_unsent_notice_seconds", 0.0),
                        entry("synkvakt_engine_silence_seconds", 0.0),
                        entry("synkvakt_set_aside{kind=\"cycle\"}", 0.0),
                        entry("synkvakt_set_aside{kind=\"stall\"}", 0.0),
                        entry("synkvakt_set_aside{kind=\"notice\"}", 0.0),
                        entry("synkvakt_open_outages", 0.0),
                        entry("synkvakt_outage_owners", 0.0),
                        entry("synkvakt_feeds_silent", 0.0),
                        entry("synkvakt_owners_unheard", 0.0),
                        entry("synkvakt_feeds_failing", 0.0),
                        entry("synkvakt_rows_set_aside", 0.0),
                        entry("synkvakt_database_up", 1.0));
        assertThat(figures().text()).doesNotContain("synkvakt_open_stalls{");
    }

    @Test
    void openStallsAreCountedByStepAndVerdict_andNoMoreOnceTheyAreOver() {
        watched(lillestrom(), OTHER);
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        engineOf(OTHER).fails("import-sas", "no route to host");
        String flyvo = "synkvakt_open_stalls{step=\"import-flyvo\",verdict=\"FAILED\"}";
        assertThat(figures().samples())
                .contains(
                        entry(flyvo, 1.0), entry("synkvakt_open_stalls{step=\"import-sas\",verdict=\"FAILED\"}", 1.0));
        engineOf(lillestrom()).completes("import-flyvo");
        assertThat(figures().samples()).doesNotContainKey(flyvo);
    }

    @Test
    void anEngineIsSilentFromWhenTheOperatorIsToldUntilItIsHeard_itsOwnersUntilItHasCaughtUp() {
        watched(lillestrom(), OTHER);
        engineOf(lillestrom()).beats().startsCycle();
        tick();
        clock.advance(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
        silentAndUnheard(1, 1);
        engineOf(lillestrom()).beats();
        silentAndUnheard(0, 1);
        pass(Duration.ofSeconds(30));
        silentAndUnheard(0, 0);
    }

    @Test
    void whileSynkvaktItselfCatchesUpNoEngineIsSilent() {
        watched(lillestrom());
        engineOf(lillestrom()).beats().startsCycle();
        tick();
        isDown(Duration.ofHours(1));
        silentAndUnheard(0, 1);
    }

    private void silentAndUnheard(double engines, double owners) {
        assertThat(figures().samples())
                .contains(entry("synkvakt_feeds_silent", engines), entry("synkvakt_owners_unheard", owners));
    }

    @Test
    void whatTheWatcherHasNotYetLookedAtGrowsOlder() {
        watched(lillestrom());
        engineOf(lillestrom()).starts("import-visma-flyt");
        clock.advance(Duration.ofHours(1).plusSeconds(90));
        assertThat(figures().value("synkvakt_oldest_overdue_seconds{kind=\"cycle\"}"))
                .isEqualTo(90);
        assertThat(figures().value("synkvakt_engine_silence_seconds")).isEqualTo(3690);
        tick();
        assertThat(figures().value("synkvakt_oldest_overdue_seconds{kind=\"cycle\"}"))
                .isZero();
    }

    @Test
    void whatTheNextLookAtAnEnginesDatabaseMayShowToBeDoneDoesNotWaitForTheWatcher() {
        watched(lillestrom());
        engineOf(lillestrom()).starts("import-visma-flyt");
        sql("insert into look (source, next_at, looked_at) values ('/efeide/engine-1', now(), '" + clock.instant()
                + "')");
        clock.advance(Duration.ofHours(1).plusSeconds(90));
        assertThat(figures().value("synkvakt_oldest_overdue_seconds{kind=\"cycle\"}"))
                .isZero();
        sql("update look set looked_at = '" + clock.instant() + "'");
        assertThat(figures().value("synkvakt_oldest_overdue_seconds{kind=\"cycle\"}"))
                .isEqualTo(90);
    }

    @Test
    void engineDatabasesThatCannotBeRead_andRowsThatCannotBeTaken_areCounted() {
        sql("""
                insert into look (source, next_at, failed_at, set_aside) values
                    ('/feed/a', now(), null, '[{"reason": "a", "rows": 2}, {"reason": "b", "rows": 3}]'),
                    ('/feed/b', now(), now(), '{}')""");
        assertThat(figures().samples())
                .contains(entry("synkvakt_feeds_failing", 1.0), entry("synkvakt_rows_set_aside", 5.0));
    }

    @Test
    void aStallFoundLateTellsByHowMuch() {
        double before = figures().value("synkvakt_detection_lag_seconds_sum");
        watched(lillestrom());
        engineOf(lillestrom()).starts("import-visma-flyt");
        pass(Duration.ofHours(1).plusSeconds(7));
        assertThat(figures().value("synkvakt_detection_lag_seconds_sum") - before)
                .isEqualTo(7);
    }

    @Test
    void whatIsReportedAsWrongIsNotFoundLate() {
        double before = figures().value("synkvakt_detection_lag_seconds_count");
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-visma-flyt", "no route to host");
        assertThat(figures().value("synkvakt_detection_lag_seconds_count")).isEqualTo(before);
    }

    @Test
    void aNoticeThatMayBeSentAndIsNotGrowsOlder_butNotOneThatIsHeld() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        clock.advance(Duration.ofSeconds(60));
        assertThat(figures().value("synkvakt_oldest_unsent_notice_seconds")).isZero();
        clock.advance(Duration.ofSeconds(20));
        assertThat(figures().value("synkvakt_oldest_unsent_notice_seconds")).isEqualTo(20);
        send();
        assertThat(figures().value("synkvakt_oldest_unsent_notice_seconds")).isZero();
    }

    @Test
    void aMailThatIsPutOffDoesNotBecomeYoung() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        MailRelay.saysOf("ikt@lillestrom.example", "451 4.7.1 later");
        holdPasses();
        clock.advance(Duration.ofSeconds(1));
        assertThat(figures().value("synkvakt_oldest_unsent_notice_seconds")).isEqualTo(61);
        assertThat(mails("retried")).isPositive();
    }

    @Test
    void mailsAreCountedByKindAndOutcome() {
        double refused = mails("refused");
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        MailRelay.saysOf("ikt@lillestrom.example", "550 5.1.1 nobody here");
        holdPasses();
        assertThat(mails("refused") - refused).isEqualTo(1);
        assertThat(figures().value("synkvakt_set_aside{kind=\"notice\"}")).isEqualTo(1);
        MailRelay.recovers();
        send();
        double sent = mails("sent");
        watched(OTHER);
        engineOf(OTHER).fails("import-sas", "no route to host");
        holdPasses();
        assertThat(mails("sent") - sent).isEqualTo(1);
    }

    @Test
    void whatCannotBeProcessedIsCounted() {
        watched(lillestrom());
        engineOf(lillestrom()).starts("import-visma-flyt");
        sql("""
                create or replace function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not opened'; end $$""");
        sql("create trigger refusal before insert on stall for each row execute function refuse()");
        pass(Duration.ofHours(2));
        assertThat(figures().value("synkvakt_set_aside{kind=\"cycle\"}")).isEqualTo(1);
    }

    @Test
    void figuresThatCannotBeReadAreUnknown_notWhatTheyWere() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        assertThat(figures().value("synkvakt_database_up")).isEqualTo(1);
        sql("alter table notice rename to hidden");
        Scrape scrape = figures();
        assertThat(scrape.value("synkvakt_database_up")).isZero();
        assertThat(scrape.value("synkvakt_oldest_unsent_notice_seconds")).isNaN();
        assertThat(scrape.text()).doesNotContain("synkvakt_open_stalls{");
    }

    @Test
    void aTickIsTimed_andItsTimeIsKept() {
        double before = figures().value("synkvakt_tick_seconds_count{outcome=\"done\"}");
        tick();
        assertThat(figures().value("synkvakt_tick_seconds_count{outcome=\"done\"}"))
                .isEqualTo(before + 1);
        assertThat(figures().value("synkvakt_last_tick_timestamp_seconds"))
                .isEqualTo((double) clock.instant().getEpochSecond());
    }

    private Scrape figures() {
        gauges.refresh();
        return Scrape.of(Objects.requireNonNull(management).getPort());
    }

    private double mails(String outcome) {
        return figures().value(mailSeries(outcome));
    }

    private static String mailSeries(String outcome) {
        return "synkvakt_mails_total{kind=\"STALL\",outcome=\"" + outcome + "\"}";
    }
}
