package no.synkvakt.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Problem;
import org.jspecify.annotations.Nullable;

/** What became of the events of one request. */
@RegisterForReflection
record EventsAnswer(int accepted, int duplicates, List<Rejection> rejected) {

    private static final int ACCEPTED = 202;
    private static final int UNPROCESSABLE = 422;

    /** Each event's own is beside it in {@code rejected}. */
    private static final int MOST_ERRORS = 100;

    /**
     * An event that was refused.
     *
     * @param index where it stood in the batch, from 0
     * @param id the one it came with, without control characters and shortened when no id is as long; null when it had none
     */
    @RegisterForReflection
    record Rejection(int index, @JsonInclude @Nullable String id, Problem problem) {

        static Rejection of(int index, @Nullable String id, FieldError error) {
            @Nullable String repeated = id == null ? null : Characters.excerpt(id, CloudEventReader.LONGEST_ID);
            return new Rejection(index, repeated, Problem.invalid(List.of(error)));
        }
    }

    /** The problem of a request all of whose events were refused. */
    @RegisterForReflection
    record AllRejected(@JsonUnwrapped Problem problem, List<Rejection> rejected) {}

    /** The answer to a request whose only event cannot even be read. */
    static EventsAnswer refused(FieldError error) {
        return new EventsAnswer(0, 0, List.of(Rejection.of(0, null, error)));
    }

    Response response() {
        if (accepted + duplicates > 0 || rejected.isEmpty()) {
            return Response.status(ACCEPTED).entity(this).build();
        }
        List<FieldError> errors = rejected.stream()
                .flatMap(one -> one.problem().errors().stream())
                .limit(MOST_ERRORS)
                .toList();
        return Response.status(UNPROCESSABLE)
                .type(Problem.MEDIA_TYPE)
                .entity(new AllRejected(Problem.invalid(errors), rejected))
                .build();
    }
}
