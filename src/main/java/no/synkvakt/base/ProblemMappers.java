package no.synkvakt.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request early into a {@link Problem}. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final AllowedMethods methods;

    ProblemMappers(AllowedMethods methods) {
        this.methods = methods;
    }

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
        int status = e.getResponse().getStatus();
        if (e instanceof NotAllowedException) {
            String allowed = methods.at(request.getUriInfo().getPath()).orElse("");
            Problem problem = WebProblems.notAllowed(request.getMethod(), allowed);
            return Response.fromResponse(problem.response())
                    .header(HttpHeaders.ALLOW, allowed)
                    .build();
        }
        return WebProblems.of(status, request).response();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        if (DatabaseTrouble.isBehind(e)) {
            LOG.error("The database does not serve", e);
            Problem problem = Problem.of(UNAVAILABLE, "The database does not serve at the moment. Try again.");
            return Response.fromResponse(problem.response())
                    .header(HttpHeaders.RETRY_AFTER, 10)
                    .build();
        }
        LOG.error("A request failed", e);
        return Problem.of(INTERNAL_ERROR, "Synkvakt failed; its log has the reason.")
                .response();
    }
}
