package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board over HTTP: every owner, worst first, filtered, searched and paged. */
@QuarkusTest
class BoardTest extends FlowTest {

    private static final Pattern ROW = Pattern.compile("id=\"row-([^\"]+)\">([^<]+)</a>");
    private static final int LARGEST = 300_000;

    private static final MunicipalityFixture HELD =
            owner("held.example", "Østre Toten", "WIS").with("number", "3442");
    private static final MunicipalityFixture TAKEN = owner("taken.example", "Tatt", "WIS");
    private static final MunicipalityFixture DONE =
            owner("done.example", "Ferdig", "WIS").withChain("import-sas");
    private static final MunicipalityFixture RUNS = owner("runs.example", "Løper", "WIS");
    private static final MunicipalityFixture NEW = owner("new.example", "<b>Ny</b>", "WIS");

    @Test
    void ownersComeWorstFirst_eachOneClickFromItsStallOrItsPage() {
        oneOfEachKind();
        assertThat(rows("/"))
                .containsExactly(
                        "/stalls/" + stallOf(lillestrom()).id() + " Lillestrøm",
                        "/stalls/" + stallOf(HELD).id() + " Østre Toten",
                        "/stalls/" + stallOf(TAKEN).id() + " Tatt",
                        "/m/runs.example Løper",
                        "/m/done.example Ferdig",
                        "/m/new.example &lt;b&gt;Ny&lt;/b&gt;");
    }

    @Test
    void aRowSaysWhatStandsStillSinceWhen() {
        oneOfEachKind();
        assertThat(text("/"))
                .contains("3 av 6 står stille")
                .contains(
                        "Østre Toten 3442 · held.example Hos skoleeieren Syncronization: holdt tilbake av importfilteret 04.00 (1 min)")
                .contains(
                        "Lillestrøm 3205 · lillestrom.kommune.no Hos brukerstøtte Import Visma Flyt: stoppet med feil 04.01 (0 s)")
                .contains("Løper runs.example Går 04.01")
                .contains("new.example Aldri sett");
    }

    @Test
    void aStallThatIsSetAsideIsMarked_andNoOther() {
        oneOfEachKind();
        sql("update stall set set_aside = 'no mail today' where id = '"
                + stallOf(HELD).id() + "'");
        assertThat(text("/"))
                .contains("Hos skoleeieren satt til side Syncronization")
                .containsOnlyOnce("satt til side");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?state=STALLED | Lillestrøm, Østre Toten, Tatt",
                "?state=ESCALATED | Lillestrøm",
                "?state=OPEN | Østre Toten",
                "?state=ACKNOWLEDGED | Tatt",
                "?state=RUNNING | Løper",
                "?state=OK | Ferdig",
                "?q=%C3%98STRE | Østre Toten",
                "?q=3442 | Østre Toten",
                "?q=344 | ''",
                "?q=runs.ex | Løper",
                "?step=synchronization | Østre Toten",
                "?step=import-sas | Tatt",
                "?step=import-sas&state=OPEN | ''",
                "?step=import-flyvo | ''",
                "?step=missed | ''",
                "?state=nonsense&step=nonsense | Lillestrøm, Østre Toten, Tatt, Løper, Ferdig, &lt;b&gt;Ny&lt;/b&gt;",
                "?state=open&step=import-sas | Tatt",
                "?q=%20%20&state=&page=x | Lillestrøm, Østre Toten, Tatt, Løper, Ferdig, &lt;b&gt;Ny&lt;/b&gt;"
            })
    void itShowsWhatIsAskedFor(String query, String names) {
        oneOfEachKind();
        assertThat(rows("/" + query).stream()
                        .map(row -> row.substring(row.indexOf(' ') + 1))
                        .toList())
                .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(", ")));
    }

    @Test
    void openStallsAreCountedByStep_theLargestGroupFirst() {
        oneOfEachKind();
        engineOf(RUNS).holds("synchronization");
        assertThat(page("/").replaceAll("\\s+", " "))
                .containsSubsequence(
                        "href=\"/?step=synchronization\"",
                        "<strong>2</strong>",
                        "href=\"/?step=import-sas\"",
                        "<strong>1</strong>",
                        "href=\"/?step=import-visma-flyt\"",
                        "<strong>1</strong>");
    }

    @Test
    void noOwnersAndNothingFoundAreSaid() {
        assertThat(page("/")).contains("Ingen skoleeiere er lagt inn ennå.");
        oneOfEachKind();
        assertThat(page("/?q=nobody")).contains("Ingen skoleeiere passer til dette.");
    }

    @Test
    void fiveThousandOwnersTakeSixStatementsAPage_andAreSmallOnTheWire() {
        fiveThousand();
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        Response first = as(Key.VIEWER).get("/");
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(6);
        statistics.setStatisticsEnabled(false);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(bytesOnTheWire("/")).isLessThan(LARGEST);
        assertThat(rows("/")).hasSize(100);
        assertThat(first.asString()).contains("500 av 5000 står stille", "1–100 av 5000", "href=\"/?page=1\"");
    }

    @Test
    void pagesFollowEachOtherToTheLast() {
        fiveThousand();
        assertThat(page("/?page=49"))
                .contains("4901–5000 av 5000", "href=\"/?page=48\"")
                .doesNotContain("page=50");
        assertThat(rows("/?page=999")).isEqualTo(rows("/?page=49")).doesNotContainAnyElementsOf(rows("/?page=48"));
        assertThat(page("/?state=STALLED&page=4")).contains("401–500 av 500", "href=\"/?state=STALLED&amp;page=3\"");
    }

    @Inject
    EntityManagerFactory factory;

    private void oneOfEachKind() {
        watched(lillestrom(), HELD, TAKEN, DONE, RUNS, NEW);
        engineOf(TAKEN).startsCycle();
        pass(Duration.ofHours(2));
        stallOf(TAKEN).acknowledge("kjørt").statusCode(200);
        engineOf(HELD).holds("synchronization");
        engineOf(DONE).completes("import-sas");
        clock.advance(Duration.ofMinutes(1));
        engineOf(RUNS).startsCycle();
        engineOf(lillestrom()).fails("import-visma-flyt", "no answer");
    }

    private void fiveThousand() {
        sql("insert into municipality (id, name, number, profile, ping_key, created_at, updated_at)"
                + " select 'o' || n || '.example', 'Owner ' || n, null, '{}', 'k' || n, now(), now()"
                + " from generate_series(1, 5000) n");
        sql("insert into cycle (municipality, id, state, started_at, steps)"
                + " select 'o' || n || '.example', 'c', 'OPEN', now(), '[]' from generate_series(1, 4000) n");
        sql(
                "insert into stall (id, municipality, cycle, step, verdict, since, due_at, judged_until, detected_at, state,"
                        + " remedy, acts) select gen_random_uuid(), 'o' || n || '.example', 'c', 'import-sas', 'NOT_STARTED', now(),"
                        + " now(), now(), now(), 'OPEN', '{}', '[]' from generate_series(1, 500) n");
    }

    private static int bytesOnTheWire(String path) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                .noContentDecoders()))
                .header("Authorization", Key.VIEWER.header())
                .header("Accept-Encoding", "gzip")
                .get(path)
                .then()
                .header("Content-Encoding", "gzip")
                .extract()
                .asByteArray()
                .length;
    }

    /** What can be read of a page. */
    private static String text(String path) {
        return page(path).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String page(String path) {
        Response answer = RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Authorization", Key.VIEWER.header())
                .get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html");
        return answer.asString();
    }

    private static List<String> rows(String path) {
        return ROW.matcher(page(path))
                .results()
                .map((MatchResult row) -> row.group(1) + " " + row.group(2))
                .toList();
    }
}
