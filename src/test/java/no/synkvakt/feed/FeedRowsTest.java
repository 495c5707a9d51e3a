package no.synkvakt.feed;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import no.synkvakt.casework.EventIntake;
import no.synkvakt.cycle.Looks;
import no.synkvakt.feed.EngineTables.Setting;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a look takes, what it sets aside, and that looking again changes nothing. */
@QuarkusTest
class FeedRowsTest extends FeedFlow {

    private static final MunicipalityFixture WIS =
            owner("wis.example", "Wisby", "WIS").with("number", "3205");
    private static final String STEP = "Import SAS";

    @Inject
    Looks looks;

    @Inject
    AlreadyStored stored;

    @Inject
    RowIntake rows;

    @Inject
    StepCatalogue catalogue;

    @Inject
    EventIntake intake;

    @Inject
    LookNews news;

    @BeforeEach
    void oneOwner() {
        watched(WIS);
    }

    @Test
    void ownersAndStepsGoByIdNameNumberLabelOrMapping() {
        tables.begins("wis.example", "by id", "import-sas", clock.instant());
        tables.begins("WISBY", "by name", "IMPORT SAS", clock.instant());
        tables.begins("3205", "by number", STEP, clock.instant());
        tables.begins("0001", "by mapping", "JOB1", clock.instant());
        look(with(tables.setting(EngineTables.QUERY), Map.of("0001", "wis.example"), Map.of("JOB1", STEP)));

        assertThat(queried("select cycle from event where cycle is not null order by cycle"))
                .containsExactly("by id", "by mapping", "by name", "by number");
        assertThat(looked().getList("items[0].setAside")).isEmpty();
    }

    @Test
    void whatCannotBeTakenIsSetAside_countedAndShown_andTakesNothingElseAway() {
        watched(owner("one.example", "Twins", "WIS"), owner("two.example", "Twins", "WIS"));
        tables.begins("nobody", "c", STEP, clock.instant());
        tables.begins("nobody", "d", STEP, clock.instant());
        tables.begins("twins", "c", STEP, clock.instant());
        tables.begins("wis.example", "c", "no such step", clock.instant());
        tables.begins("wis.example", "d", "export-lms", clock.instant());
        tables.begins("wis.example", "e", STEP, clock.instant().plus(Duration.ofHours(1)));
        tables.begins("wis.example", "tonight", STEP, clock.instant());
        look();

        assertThat(queried("select cycle from event where cycle is not null")).containsExactly("tonight");
        JsonPath looked = looked();
        assertThat(looked.getInt("items[0].rows")).isEqualTo(7);
        assertThat(looked.getInt("items[0].events")).isEqualTo(1);
        assertThat(looked.getList("items[0].setAside.rows", Integer.class)).containsExactlyInAnyOrder(2, 1, 1, 1, 1);
        assertThat(looked.getList("items[0].setAside.reason", String.class))
                .anySatisfy(reason -> assertThat(reason).contains("municipality: 'nobody'"))
                .anySatisfy(reason -> assertThat(reason).contains("one.example and two.example"))
                .anySatisfy(reason -> assertThat(reason).contains("step: 'no such step'"))
                .anySatisfy(reason -> assertThat(reason).contains("zone"));
    }

    @Test
    void whoeverIsPutLaterIsTakenInThen() {
        tables.begins("late.example", "c", STEP, clock.instant());
        look();
        watched(owner("late.example", "Late", "WIS"));
        again();

        assertThat(queried("select municipality from cycle")).containsExactly("late.example");
        assertThat(looked().getList("items[0].setAside")).isEmpty();
    }

    @Test
    void lookingTwiceChangesNothing_norDoesAnotherReplica_norARestart() {
        tables.begins("wis.example", "c", STEP, clock.instant());
        tables.ends("wis.example", "c", STEP, clock.instant());
        look();
        List<String> before = queried("select id || received_at from event where cycle is not null order by id");
        again();
        sql("update look set next_at = now() - interval '10 years'");
        another().look(EngineTables.feed(tables.setting(EngineTables.QUERY)));

        assertThat(before).hasSize(2);
        assertThat(queried("select id || received_at from event where cycle is not null order by id"))
                .isEqualTo(before);
    }

    @Test
    void twoWhoLookAtOnceTakeEachRowOnce() {
        for (int owner = 0; owner < 40; owner++) {
            watched(owner("o" + owner + ".example", "O" + owner, "WIS"));
            tables.begins("o" + owner + ".example", "c", STEP, clock.instant());
        }
        look();
        sql("truncate event, cycle");
        EngineFeed feed = EngineTables.feed(tables.setting(EngineTables.QUERY));
        Looking other = another();
        Looking third = another();
        CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> other.take(feed, clock.instant()));
        third.take(feed, clock.instant());
        beside.join();

        assertThat(queried("select count(cycle) from event")).containsExactly("40");
        assertThat(queried("select count(*) from cycle")).containsExactly("40");
    }

    @Test
    void nobodyLooksBeforeItIsTime_norWhoComesSecond() {
        look();
        tables.begins("wis.example", "c", STEP, clock.instant());
        looking.look(EngineTables.feed(tables.setting(EngineTables.QUERY)));

        assertThat(queried("select cycle from event where cycle is not null")).isEmpty();
    }

    @Test
    void whatADatabaseLosesThatIsRestoredFromABackupIsTakenInAgain() {
        tables.begins("wis.example", "c", STEP, clock.instant());
        look();
        sql("truncate event, cycle");
        again();

        assertThat(queried("select id from cycle")).containsExactly("c");
    }

    @Test
    void whoIsMappedButNotThereIsSetAside() {
        tables.begins("0001", "c", STEP, clock.instant());
        look(with(tables.setting(EngineTables.QUERY), Map.of("0001", "gone.example"), Map.of()));

        assertThat(looked().getString("items[0].setAside[0].reason")).contains("municipality: '0001 -> gone.example'");
    }

    @Test
    void anIdIsMeantBeforeANameThatReadsAlike() {
        watched(owner("other.example", "wis.example", "WIS"));
        tables.begins("wis.example", "c", STEP, clock.instant());
        look();

        assertThat(queried("select municipality from cycle")).containsExactly("wis.example");
    }

    @Test
    void whatWouldNotBeKeptIsNotTaken() {
        tables.begins("wis.example", "old", STEP, clock.instant().minus(Duration.ofDays(401)));
        look();

        assertThat(queried("select id from cycle")).isEmpty();
        assertThat(looked().getString("items[0].setAside[0].reason"))
                .contains("synkvakt.retention.cycles")
                .contains("last days");
    }

    @Test
    void aRowOfWhichNothingFitsIsCountedOnce() {
        tables.begins("wis.example", "c", "export-lms", clock.instant());
        tables.ends("wis.example", "c", "export-lms", clock.instant());
        look();

        assertThat(looked().getList("items[0].setAside.rows", Integer.class)).containsExactly(1);
    }

    @Test
    void whateverTextTheEngineKeepsIsReadAsALine() {
        tables.fails("wis.example", "c", STEP, clock.instant());
        tables.execute(
                "update job_run set owner = E'wis.example\r\n', remark = E'first\tline\n' || repeat('x', 100000)");
        look();

        assertThat(stallsOf(WIS).get(0).verdict()).isEqualTo("FAILED");
        assertThat(queried("select length(trouble ->> 'message') between 3000 and 5000 from event where cycle = 'c'"))
                .containsExactly("t");
    }

    @Test
    void aClockThatRunsAheadKeepsNobodyFromLooking() {
        looks.claim("/feed/efeide", clock.instant(), clock.instant().plus(Duration.ofHours(2)));
        tables.begins("wis.example", "c", STEP, clock.instant());
        look();

        assertThat(queried("select id from cycle")).containsExactly("c");
    }

    /** As a replica that has just begun. */
    private Looking another() {
        return new Looking(looks, stored, catalogue, rows, intake, news, clock, Duration.ofDays(400));
    }

    private void look() {
        look(tables.setting(EngineTables.QUERY));
    }

    private void again() {
        clock.advance(Duration.ofSeconds(2));
        look();
    }

    private void look(Setting setting) {
        looking.look(EngineTables.feed(setting));
    }

    private static Setting with(Setting setting, Map<String, String> municipalities, Map<String, String> steps) {
        return new Setting(
                setting.url(),
                setting.query(),
                setting.every(),
                setting.zone(),
                setting.timeout(),
                setting.mostRows(),
                municipalities,
                steps);
    }

    private JsonPath looked() {
        return operator().get("/api/v1/looks").then().statusCode(200).extract().jsonPath();
    }
}
