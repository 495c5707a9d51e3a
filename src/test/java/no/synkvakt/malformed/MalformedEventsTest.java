package no.synkvakt.malformed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.JsonErrors;
import no.synkvakt.base.Problem;
import no.synkvakt.ingest.Events;
import no.synkvakt.testing.StrictJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Events that are none, and what they are refused for. */
class MalformedEventsTest {

    private static final int INVALID = 422;

    private final ObjectMapper json = StrictJson.mapper();

    @TestFactory
    Stream<DynamicTest> bodies() {
        return Case.tests(
                "events/bodies.txt", 5, one -> Expected.of(one.expected()).assertIs(refusal(one.input())));
    }

    @TestFactory
    Stream<DynamicTest> attributes() {
        return Case.tests("events/attributes.txt", 5, one -> Expected.of(
                        INVALID, one.expected().get(1), one.expected().get(2))
                .assertIs(refusal(Case.unescaped(GoodEvent.with(one.expected().get(0), one.written())))));
    }

    @TestFactory
    Stream<DynamicTest> headers() {
        return Case.tests("events/headers.txt", 5, one -> {
            List<String> headers = GoodEvent.headersWith(one.written().split("↵"));
            Expected.of(one.expected()).assertIs(problem(Events.refusal(headers, GoodEvent.DATA)));
        });
    }

    private Problem refusal(byte[] body) {
        try {
            return problem(Events.refusal(json.readTree(body)));
        } catch (JsonProcessingException e) {
            return JsonErrors.malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(FieldError error) {
        return Problem.invalid(List.of(error));
    }
}
