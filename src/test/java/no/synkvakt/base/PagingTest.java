package no.synkvakt.base;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come in pages: counted from 0, of 1 to 200 items, 50 when nobody says. */
@QuarkusTest
class PagingTest extends FlowTest {

    private static final List<String> LISTS = List.of("/api/v1/municipalities", "/api/v1/stalls");

    @Test
    void aListTellsItsPageItsSizeAndHowManyThereAreInAll() {
        watchedMunicipalities(53);
        JsonPath first = list("");
        assertThat(first.getMap("")).containsOnlyKeys("items", "page", "size", "total");
        assertThat(first.getList("items")).hasSize(50);
        assertThat(first.getInt("page")).isZero();
        assertThat(first.getInt("size")).isEqualTo(50);
        assertThat(first.getInt("total")).isEqualTo(53);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        watchedMunicipalities(5);
        assertThat(ids("?page=0&size=2")).containsExactly("m-00.example", "m-01.example");
        assertThat(ids("?page=1&size=2")).containsExactly("m-02.example", "m-03.example");
        assertThat(ids("?page=2&size=2")).containsExactly("m-04.example");
        assertThat(ids("?page=3&size=2")).isEmpty();
        assertThat(list("?page=3&size=2").getInt("total")).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 200", "1000000, 200"})
    void theBoundsThemselvesAreAccepted(String page, String size) {
        for (String list : LISTS) {
            JsonPath answer = as(Key.VIEWER)
                    .get(list + "?page=" + page + "&size=" + size)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(answer.getString("page")).isEqualTo(page);
            assertThat(answer.getString("size")).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1e3", "x", "0x1", "+1", "1000001", "99999999999", "2147483648", "١", "1 000"})
    void aPageThatIsNone422(String page) {
        for (String list : LISTS) {
            ProblemAnswer problem =
                    ProblemAnswer.of(as(Key.VIEWER).queryParam("page", page).get(list));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.error()).isEqualTo(new FieldAtFault("page", page, "a whole number from 0 to 1000000"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-50", "50.5", "all", "4294967297"})
    void aSizeOutsideOf1To200Is422(String size) {
        for (String list : LISTS) {
            ProblemAnswer problem =
                    ProblemAnswer.of(as(Key.VIEWER).queryParam("size", size).get(list));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.error()).isEqualTo(new FieldAtFault("size", size, "a whole number from 1 to 200"));
        }
    }

    @Test
    void bothAreNamedWhenBothAreWrong() {
        ProblemAnswer problem = ProblemAnswer.of(as(Key.VIEWER).get("/api/v1/stalls?page=-1&size=0"));
        assertThat(problem.fields()).containsExactly("page", "size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/municipalities?state=&q=&page=&size=",
                "/api/v1/municipalities?state=+&q=%20&page=+&size=%20",
                "/api/v1/municipalities?state&q&page&size",
                "/api/v1/stalls?state=&municipality=&step=&verdict=&page=&size=",
                "/api/v1/stalls?state=+&municipality=+&step=%20&verdict=+&page=+&size=+"
            })
    void aBlankParameterAsAFormSendsItCountsAsLeftOut(String address) {
        watchedMunicipalities(1);
        engineOf(owner("m-00.example", "M", "WIS")).fails("import-sas", "no disk");
        JsonPath answer = as(Key.VIEWER)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getInt("total")).isEqualTo(1);
        assertThat(answer.getInt("size")).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\r\nb", "\u202e", "\u0085"})
    void controlCharactersInAParameterAre422(String text) {
        Map<String, String> parameters = Map.of("/api/v1/municipalities", "q", "/api/v1/stalls", "municipality");
        parameters.forEach((list, parameter) -> {
            ProblemAnswer problem =
                    ProblemAnswer.of(as(Key.VIEWER).queryParam(parameter, text).get(list));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.error().field()).isEqualTo(parameter);
            assertThat(problem.error().accepted()).isEqualTo("text of one line without control characters");
        });
    }

    private void watchedMunicipalities(int count) {
        List<Map<String, Object>> all = IntStream.range(0, count)
                .mapToObj(index -> owner("m-%02d.example".formatted(index), "M" + index, "WIS")
                        .jsonWithId())
                .toList();
        operator().body(all).put("/api/v1/municipalities").then().statusCode(200);
    }

    private static JsonPath list(String query) {
        return as(Key.VIEWER)
                .get("/api/v1/municipalities" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> ids(String query) {
        return list(query).getList("items.id");
    }
}
