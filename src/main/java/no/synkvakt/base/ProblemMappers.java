package no.synkvakt.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request early into a {@link Problem}. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    @ServerExceptionMapper
    Response known(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        return JsonErrors.problem(e).response();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, ContainerRequestContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        Response given = e.getResponse();
        @Nullable String allowed = given.getHeaderString(HttpHeaders.ALLOW);
        Response.ResponseBuilder response = Response.fromResponse(
                WebProblems.of(given.getStatus(), request, allowed).response());
        if (allowed != null) {
            response.header(HttpHeaders.ALLOW, allowed);
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        if (isOfDatabase(e)) {
            LOG.error("The database cannot be reached", e);
            Problem problem = Problem.of(
                    UNAVAILABLE, "The database cannot be reached at the moment; nothing was done. Try again.");
            return Response.fromResponse(problem.response())
                    .header(HttpHeaders.RETRY_AFTER, 10)
                    .build();
        }
        LOG.error("A request failed", e);
        return Problem.of(INTERNAL_ERROR, "Synkvakt failed; nothing was done. Its log has the reason.")
                .response();
    }

    /** SQLSTATE classes 08 (connection), 53 (resources), 57 (operator intervention); none when no connection was to be had. */
    private static boolean isOfDatabase(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && (sql.getSQLState() == null || sql.getSQLState().matches("(08|53|57).*")));
    }
}
