package no.synkvakt.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.RawHttp;

/** What every malformed request is answered with: a problem that shows nothing of what is behind. */
abstract class MalformedRequests extends FlowTest {

    /** The rows that a client's request can add to. */
    private static final String ROWS = Stream.of("event", "cycle", "municipality", "stall", "notice", "feed", "silence")
            .map(table -> "(select count(*) from " + table + ")")
            .collect(Collectors.joining(" + ", "select ", ""));

    String rows() {
        return queried(ROWS).get(0);
    }

    static ProblemAnswer refused(int status, String method, String path, Key key, List<String> headers, byte[] body) {
        RawHttp.Answer answer = RawHttp.send(method, path, key, headers, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).hasSizeLessThan(8000).doesNotContain("Exception", "no.synkvakt", "com.fasterxml");
        assertThat(answer.body().chars()).as("control characters").noneMatch(Character::isISOControl);
        return ProblemAnswer.of(answer);
    }
}
