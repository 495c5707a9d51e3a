package no.synkvakt.faults;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.metrics.Gauges;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Scrape;
import no.synkvakt.testing.SettableClock;
import no.synkvakt.watch.ReadThrough;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where something cannot be read, that is said and counted; what is reported meanwhile is kept, and it can be put right. */
@QuarkusTest
class UnreadableRowsAreShownTest extends FlowTest {

    private static final MunicipalityFixture BAD = owner("bad.example", "Bad", "WIS");
    private static final MunicipalityFixture GOOD = owner("good.example", "Good", "WIS");
    private static final String UNREADABLE = "synkvakt_set_aside{kind=\"unreadable\"}";

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Inject
    Gauges gauges;

    @Inject
    ReadThrough readThrough;

    @Inject
    UnreadableRows rows;

    /** Those of the tests before are forgotten. */
    @BeforeEach
    void bothAreWatched() {
        clock.advance(Duration.ofDays(30));
        assertThat(rows.count()).isZero();
        clock.set(SettableClock.NIGHT);
        watched(BAD, GOOD);
    }

    @Test
    void aMunicipalityIsListedWithTheReason_itsOwnAddressesSayWhomToTell_andItIsCounted() {
        breakProfile();
        JsonPath list = operator().get("/api/v1/municipalities").jsonPath();
        assertThat(list.getList("items.id")).containsExactly("bad.example", "good.example");
        assertThat(list.getString("items[0].name")).isEqualTo("Bad");
        assertThat(list.getString("items[0].setAside")).contains("cannot be read");
        assertThat(list.getMap("items[1]")).doesNotContainKey("setAside");
        assertThat(list.getList("items.state")).containsExactly("UNKNOWN", "NEVER_SEEN");
        operator()
                .get("/api/v1/municipalities/bad.example/status")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(containsString("The stored municipality bad.example cannot be read"))
                .body(containsString(". Everything else goes on. Tell whoever operates this Synkvakt"));
        operator().get("/m/bad.example").then().statusCode(500).body(containsString("Si fra til brukerstøtten"));
        operator()
                .get("/")
                .then()
                .statusCode(200)
                .body(matchesPattern("(?s).*Ukjent\\s*(<[^>]*>\\s*)*satt til side.*"));
        assertThat(figures()).contains(entry(UNREADABLE, 1.0));
    }

    @Test
    void whatNobodyLooksAtIsFoundAllTheSame() {
        breakProfile();
        assertThat(figures()).contains(entry(UNREADABLE, 0.0));
        readThrough.go();
        assertThat(figures()).contains(entry(UNREADABLE, 1.0));
    }

    @Test
    void whatIsReportedOfItIsKept_andFoldedWhenItIsPutAnew() {
        breakProfile();
        engineOf(BAD).completes("import-sas");
        String pingKey = queried("select ping_key from municipality where id = 'bad.example'")
                .get(0);
        as().get("/ping/" + pingKey + "/synchronization").then().statusCode(200);
        readThrough.go();
        changed(BAD);
        assertThat(queried("select id from cycle where municipality = 'bad.example'"))
                .hasSize(2);
        assertThat(figures()).contains(entry(UNREADABLE, 0.0));
        assertThat(operator()
                        .get("/api/v1/municipalities/bad.example/status")
                        .jsonPath()
                        .getString("cycle.steps.find { it.step == 'synchronization' }.state"))
                .isEqualTo("DONE");
    }

    @Test
    void aBrokenProfileIsDeletedLikeAnyOther() {
        breakProfile();
        deleted(BAD);
        operator().get("/api/v1/municipalities/bad.example").then().statusCode(404);
    }

    @Test
    void aStallIsListedWithWhatCannotBeRead_andKeepsNobodyFromBeingPutNorItsOwnerFromBeingDeleted() {
        engineOf(BAD).fails("import-sas", "no route");
        sql("update stall set verdict = 'OF_TOMORROW', acts = '7'");
        JsonPath list = operator().get("/api/v1/stalls").jsonPath();
        assertThat(list.getString("items[0].setAside")).isEqualTo("It cannot be read: verdict, acts");
        assertThat(list.getString("items[0].verdict")).isNull();
        assertThat(list.getString("items[0].remedy.audience")).isNotNull();
        operator().get("/").then().statusCode(200).body(containsString("satt til side"));
        assertThat(figures()).contains(entry(UNREADABLE, 1.0), entry("synkvakt_set_aside{kind=\"stall\"}", 1.0));
        operator()
                .contentType(ContentType.JSON)
                .body(List.of(BAD.jsonWithId(), GOOD.jsonWithId()))
                .put("/api/v1/municipalities")
                .then()
                .statusCode(200);
        deleted(BAD);
        assertThat(queried("select state from stall")).containsExactly("RESOLVED");
    }

    @Test
    void aStallThatIsPutRightGoesOnWhereItWas() {
        engineOf(BAD).fails("import-sas", "no route");
        sql("update stall set verdict = 'OF_TOMORROW'");
        engineOf(BAD).completes("import-sas");
        tick();
        assertThat(statusOf(BAD).json().getString("setAside")).contains("verdict");
        sql("update stall set verdict = 'FAILED'");
        engineOf(BAD).completes("synchronization");
        assertThat(stallsOf(BAD).get(0).state()).isEqualTo("RESOLVED");
    }

    @Test
    void aRefusedMailIsMarkedOnceThoughItsOwnerCannotBeRead() {
        engineOf(BAD).fails("import-sas", "no route");
        MailRelay.saysOf("ikt@bad.example", "550 5.1.1 no such mailbox");
        breakProfile();
        holdPasses();
        assertThat(queried("select state || attempts from notice where recipient = 'ikt@bad.example'"))
                .containsExactly("FAILED1");
    }

    @Test
    void aSilenceOfAnUnknownKindIsCountedAndSaid() {
        sql("insert into silence (id, kind, from_at, until_at, made_by, made_at) values"
                + " (gen_random_uuid(), 'OF_TOMORROW', '2026-11-01', '2027-11-01', 'x', '2026-11-01')");
        assertThat(figures()).contains(entry("synkvakt_set_aside{kind=\"silence\"}", 1.0));
        operator().get("/silence").then().statusCode(200).body(containsString("Dessuten kan 1 ikke leses her"));
    }

    private void breakProfile() {
        sql("update municipality set profile = '[7]' where id = 'bad.example'");
    }

    private Map<String, Double> figures() {
        gauges.refresh();
        return Scrape.of(Objects.requireNonNull(management).getPort()).samples();
    }
}
