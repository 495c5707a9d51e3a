package no.synkvakt.status;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of stalls: newest first, of all states unless one is named, narrowed by what the client asks for. */
@QuarkusTest
class StallsApiTest extends FlowTest {

    private static final MunicipalityFixture SOLVED =
            owner("solved.example", "Solved", "WIS").withChain("import-sas");
    private static final MunicipalityFixture TAKEN = owner("taken.example", "Taken", "WIS");
    private static final MunicipalityFixture HELD = owner("held.example", "Held", "WIS");

    /** In this order: solved, taken (acknowledged), held (the filter, open), Lillestrøm (with support). */
    @BeforeEach
    void oneStallOfEachState() {
        watched(SOLVED, TAKEN, HELD, lillestrom());
        engineOf(SOLVED).fails("import-sas", "no disk");
        clock.advance(Duration.ofMinutes(1));
        engineOf(SOLVED).completes("import-sas");
        engineOf(TAKEN).startsCycle();
        pass(Duration.ofHours(2));
        operator().post("/api/v1/stalls/" + statusOf(TAKEN).stallId().orElseThrow() + "/acknowledge");
        clock.advance(Duration.ofMinutes(1));
        engineOf(HELD).holds("synchronization");
        clock.advance(Duration.ofMinutes(1));
        engineOf(lillestrom()).fails("import-visma-flyt", "no answer");
    }

    @Test
    void allAreListedNewestFirst() {
        JsonPath list = list("");
        assertThat(list.getMap("")).containsOnlyKeys("items", "page", "size", "total");
        assertThat(list.getList("items.municipality"))
                .isEqualTo(List.of("lillestrom.kommune.no", "held.example", "taken.example", "solved.example"));
        assertThat(list.getList("items.state")).isEqualTo(List.of("ESCALATED", "OPEN", "ACKNOWLEDGED", "RESOLVED"));
    }

    @Test
    void pagesFollowEachOther() {
        assertThat(list("?size=3").getList("items")).hasSize(3);
        assertThat(list("?page=1&size=3").getList("items.municipality")).isEqualTo(List.of("solved.example"));
        assertThat(list("?page=1&size=3").getInt("total")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state=open | lillestrom.kommune.no held.example taken.example",
                "state=OPEN | held.example",
                "state=ACKNOWLEDGED | taken.example",
                "state=ESCALATED | lillestrom.kommune.no",
                "state=RESOLVED | solved.example",
                "municipality=held.example | held.example",
                "step=import-sas | taken.example solved.example",
                "step=IMPORT+sas | taken.example solved.example",
                "step=Syncronization | held.example",
                "verdict=FAILED | lillestrom.kommune.no solved.example",
                "verdict=HELD | held.example",
                "verdict=NOT_STARTED | taken.example",
                "verdict=FAILED&state=open | lillestrom.kommune.no",
                "state=RESOLVED&municipality=solved.example&step=import-sas&verdict=FAILED&size=1 | solved.example"
            })
    void onlyThoseThatTheParametersName(String query, String municipalities) {
        JsonPath list = list("?" + query);
        assertThat(list.getList("items.municipality")).isEqualTo(List.of(municipalities.split(" ", -1)));
        assertThat(list.getInt("total")).isEqualTo(list.getList("items").size());
    }

    @ParameterizedTest
    @CsvSource({"municipality=nobody.example", "verdict=MISSED", "verdict=OVERRUN", "step=export-azure"})
    void whatNoneIsLikeFindsNone(String query) {
        assertThat(list("?" + query).getInt("total")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state | Open | open (not resolved) or one of [OPEN, ACKNOWLEDGED, ESCALATED, RESOLVED]",
                "state | SOLVED | open (not resolved) or one of [OPEN, ACKNOWLEDGED, ESCALATED, RESOLVED]",
                "verdict | late | one of [NOT_STARTED, OVERRUN, FAILED, HELD, MISSED]",
                "step | nope | the id or label of a step: import-sas-isi, "
            })
    void aParameterThatCannotBeIsRefused(String name, String value, String accepted) {
        ProblemAnswer problem =
                ProblemAnswer.of(as(Key.VIEWER).queryParam(name, value).get("/api/v1/stalls"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).isEqualTo(name);
        assertThat(problem.error().value()).isEqualTo(value);
        assertThat(problem.error().accepted()).startsWith(accepted.stripTrailing());
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        ProblemAnswer problem = ProblemAnswer.of(as(Key.VIEWER).get("/api/v1/stalls?state=x&step=y&verdict=z"));
        assertThat(problem.fields()).containsExactly("state", "step", "verdict");
    }

    @Test
    void anItemIsTheStallAsItsOwnAddressAndTheStatusShowIt() {
        Map<String, Object> item = list("?municipality=held.example").getMap("items[0]");
        assertThat(as(Key.VIEWER)
                        .get("/api/v1/stalls/" + item.get("id"))
                        .jsonPath()
                        .getMap(""))
                .isEqualTo(item);
        assertThat(statusOf(HELD).json().getMap("stall")).isEqualTo(item);
    }

    private static JsonPath list(String query) {
        return as(Key.VIEWER)
                .urlEncodingEnabled(false)
                .get("/api/v1/stalls" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
