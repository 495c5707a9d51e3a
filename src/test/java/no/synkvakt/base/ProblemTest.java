package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import no.synkvakt.testing.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client is told: each field at fault, its value and what would be accepted, as RFC 9457 has problems. */
class ProblemTest {

    private static final FieldError WRONG = new FieldError("size", "0", "a whole number from 1 to 200");
    private static final FieldError MISSING = new FieldError("name", null, "a name");

    @Test
    void whatIsInvalidNamesEveryError_alsoInTheDetail() {
        assertThat(Problem.invalid(List.of(WRONG, MISSING)))
                .isEqualTo(new Problem(
                        "about:blank",
                        "Unprocessable Content",
                        422,
                        "size: '0'; accepted: a whole number from 1 to 200; name: missing; accepted: a name",
                        List.of(WRONG, MISSING)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request",
        "401, Unauthorized",
        "404, Not Found",
        "409, Conflict",
        "413, Request Entity Too Large",
        "422, Unprocessable Content",
        "599, Error",
    })
    void theTitleIsThatOfItsStatus(int status, String title) {
        assertThat(Problem.of(status, "why").title()).isEqualTo(title);
    }

    @Test
    void itIsWrittenWithoutAListOfErrorsWhenThereAreNone() throws JsonProcessingException {
        assertThat(StrictJson.mapper().writeValueAsString(Problem.of(404, "There is nothing here.")))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"There is nothing here.\"}");
    }

    @Test
    void anErrorIsWrittenWithItsValue_alsoWhenThereIsNone() throws JsonProcessingException {
        assertThat(StrictJson.mapper().writeValueAsString(WRONG))
                .isEqualTo("{\"field\":\"size\",\"value\":\"0\",\"accepted\":\"a whole number from 1 to 200\"}");
        assertThat(StrictJson.mapper().writeValueAsString(MISSING))
                .isEqualTo("{\"field\":\"name\",\"value\":null,\"accepted\":\"a name\"}");
    }

    @Test
    void aValueIsShownWithoutWhatCannotBeShown_andShortened() {
        assertThat(new FieldError("name", "a\r\nb\u0000", "a name").value()).isEqualTo("a\ufffd\ufffdb\ufffd");
        assertThat(new FieldError("name", "x".repeat(200), "a name").value()).isEqualTo("x".repeat(200));
        assertThat(new FieldError("name", "x".repeat(201), "a name").value()).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void aValueIsNotCutWithinACharacter() {
        assertThat(new FieldError("name", "x".repeat(199) + "\ud83c\udf3b", "a name").value())
                .isEqualTo("x".repeat(199) + "…");
    }

    @Test
    void anErrorInsideAnElementNamesTheElement() {
        assertThat(MISSING.inside("[3]")).isEqualTo(new FieldError("[3].name", null, "a name"));
    }

    @Test
    void anExceptionCarriesItsProblem() {
        assertThat(ProblemException.invalid("size", "0", "a whole number from 1 to 200")
                        .problem())
                .isEqualTo(Problem.invalid(List.of(WRONG)));
        assertThat(ProblemException.notFound("Not there.", MISSING).problem())
                .isEqualTo(Problem.of(404, "Not there.", MISSING));
        assertThat(ProblemException.conflict("Too late.", MISSING).problem())
                .isEqualTo(Problem.of(409, "Too late.", MISSING));
        assertThat(ProblemException.conflict("Too late.", MISSING)).hasMessage("Too late.");
    }
}
