package no.synkvakt.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.RawHttp;
import no.synkvakt.testing.Stored;

/** What every malformed request comes to: a problem that says what is wrong and where, and nothing stored. */
abstract class MalformedRequests extends FlowTest {

    private static final String NONE = "-";

    /** The rows that a client's request can add to. */
    long rows() {
        Stored stored = new Stored(database);
        return List.of("event", "cycle", "municipality", "stall", "notice", "feed", "silence").stream()
                .mapToLong(stored::rows)
                .sum();
    }

    /** @param expected status, field and words of the answer; no field: the problem names none */
    void assertRefused(List<String> expected, String method, String path, Key key, List<String> headers, byte[] body) {
        long before = rows();

        RawHttp.Answer answer = RawHttp.send(method, path, key, headers, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(Integer.parseInt(expected.get(0)));
        ProblemAnswer problem = ProblemAnswer.of(answer);
        assertThat(problem.fields())
                .containsExactlyElementsOf(
                        expected.get(1).equals(NONE)
                                ? List.of()
                                : List.of(expected.get(1).split(", ")));
        assertThat(answer.body()).contains(expected.get(2)).hasSizeLessThan(8000);
        assertThat(answer.body().chars()).as("control characters").noneMatch(Character::isISOControl);
        assertThat(rows()).isEqualTo(before);
    }
}
