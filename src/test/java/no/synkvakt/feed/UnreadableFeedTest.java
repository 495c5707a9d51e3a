package no.synkvakt.feed;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import no.synkvakt.cycle.Looks;
import no.synkvakt.feed.EngineTables.Setting;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that shows nothing: its owners are in the blind, nobody is alarmed, and looking never hurts it. */
@QuarkusTest
class UnreadableFeedTest extends FeedFlow {

    private static final MunicipalityFixture WIS = owner("wis.example", "Wisby", "WIS");

    @Inject
    Looks looks;

    @BeforeEach
    void oneStepHasBegun() {
        watched(WIS);
        tables.begins("wis.example", "tonight", "import-sas", clock.instant());
    }

    @Test
    void whoseDatabaseCannotBeReadAnyMoreIsUnknown_notStalled_untilItIsReadAgain() {
        look(tables.setting(EngineTables.QUERY));
        for (int minute = 0; minute < 180; minute++) {
            look(gone());
            pass(Duration.ofMinutes(1));
        }
        assertThat(statusOf(WIS).state()).isEqualTo("UNKNOWN");
        assertThat(stallsOf(WIS)).isEmpty();
        assertThat(looked().getString("items[0].error")).contains("refused");
        holdPasses();
        assertThat(Mailbox.to("drift@synkvakt.example")).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("/feed/efeide", "Se hva databasen selv sier.", "/feeds"));

        look(tables.setting(EngineTables.QUERY));
        pass(Duration.ofMinutes(1));
        look(tables.setting(EngineTables.QUERY));
        pass(Duration.ofMinutes(1));
        assertThat(statusOf(WIS).state()).isEqualTo("STALLED");
        assertThat(looked().getString("items[0].error")).isNull();
    }

    @Test
    void aQueryThatFindsTooMuchShowsNothing() {
        for (int cycle = 0; cycle < 5; cycle++) {
            tables.begins("wis.example", "c" + cycle, "import-sas", clock.instant());
        }
        Setting setting = tables.setting(EngineTables.QUERY);
        look(new Setting(
                setting.url(),
                setting.query(),
                setting.every(),
                setting.zone(),
                setting.timeout(),
                5,
                Map.of(),
                Map.of()));

        assertThat(queried("select id from event")).isEmpty();
        assertThat(looked().getString("items[0].error")).contains("more than 5 rows");
    }

    @Test
    void aQueryThatTakesTooLongIsBrokenOffByTheDatabase() {
        Setting setting = tables.setting(EngineTables.QUERY);
        look(new Setting(
                setting.url(),
                "with slow as (select pg_sleep(60)) " + EngineTables.QUERY + ", slow",
                setting.every(),
                setting.zone(),
                Duration.ofSeconds(1),
                1000,
                Map.of(),
                Map.of()));

        assertThat(looked().getString("items[0].error")).contains("cancel");
    }

    @Test
    void whyAConnectionWasCutIsSaid() {
        look(tables.setting(EngineTables.QUERY + " where pg_terminate_backend(pg_backend_pid())"));

        assertThat(looked().getString("items[0].error")).contains("terminating connection");
    }

    @Test
    void aQueryThatWritesIsRefusedByTheDatabase() {
        look(tables.setting(
                "with gone as (delete from job_run returning *) " + EngineTables.QUERY.replace("job_run", "gone")));

        assertThat(looked().getString("items[0].error")).contains("read-only");
        look(tables.setting(EngineTables.QUERY));
        assertThat(queried("select cycle from event where cycle is not null"))
                .as("the row is still there")
                .containsExactly("tonight");
    }

    @Test
    void whatIsWrongWithAQueryTheDatabaseSaysItself() throws Exception {
        assertThat(complaint("select nobody from job_run"))
                .hasValueSatisfying(words -> assertThat(words).contains("column \"nobody\" does not exist"));
        assertThat(complaint("select owner as municipality from job_run")).hasValueSatisfying(words -> assertThat(words)
                .contains("it has no column cycle, step, started_at, finished_at; accepted: municipality, cycle"));
        assertThat(complaint(EngineTables.QUERY.replace("remark as message", "remark as remark")))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("remark is no column of a feed; accepted: municipality"));
        assertThat(complaint("with one as (select 1) delete from job_run")).hasValue("it returns no rows");
        assertThat(complaint(EngineTables.QUERY.replace("remark as message", "remark as status")))
                .hasValueSatisfying(words -> assertThat(words).contains("the column status is there twice"));
        assertThat(complaint(EngineTables.QUERY.replace("begun as", "begun::text as")))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("started_at is of the type text; accepted: a date with a time of day"));
        assertThat(complaint(EngineTables.QUERY.replace(" added,", " added::numeric,")))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("added is of the type numeric; accepted: an integer type"));
        assertThat(complaint(EngineTables.QUERY)).isEmpty();
        assertThat(complaint(EngineTables.QUERY.replace("begun as", "begun::timestamp as")))
                .isEmpty();
    }

    @Test
    void whichQueryHasWorkedIsRemembered() {
        look(tables.setting("select nobody from job_run"));
        assertThat(looks.hasShown("/feed/efeide", "select nobody from job_run")).isFalse();
        look(tables.setting(EngineTables.QUERY));
        look(gone());
        assertThat(looks.hasShown("/feed/efeide", EngineTables.QUERY)).isTrue();
        assertThat(looks.hasShown("/feed/efeide", EngineTables.QUERY + " ")).isFalse();
        assertThat(looks.hasShown("/feed/other", EngineTables.QUERY)).isFalse();
    }

    private static Optional<String> complaint(String query) throws Exception {
        return EngineTables.feed(tables.setting(query)).database().complaint();
    }

    private static Setting gone() {
        Setting setting = tables.setting(EngineTables.QUERY);
        return new Setting(
                "jdbc:postgresql://localhost:1/engine",
                setting.query(),
                setting.every(),
                setting.zone(),
                setting.timeout(),
                1000,
                Map.of(),
                Map.of());
    }

    private void look(Setting setting) {
        clock.advance(Duration.ofSeconds(2));
        looking.look(EngineTables.feed(setting));
    }

    private JsonPath looked() {
        return operator().get("/api/v1/looks").then().statusCode(200).extract().jsonPath();
    }
}
