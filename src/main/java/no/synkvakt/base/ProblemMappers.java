package no.synkvakt.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request early into a {@link Problem}. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final DescribedAddresses addresses;
    private final UnreadableRows unreadable;

    ProblemMappers(DescribedAddresses addresses, UnreadableRows unreadable) {
        this.unreadable = unreadable;
        this.addresses = addresses;
    }

    @ServerExceptionMapper
    Response known(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        return JsonErrors.malformed(e).response();
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableRow e) {
        unreadable.note(e);
        return e.problem().response();
    }

    /** For this kind Quarkus has a mapper of its own, which would answer without a word. */
    @ServerExceptionMapper
    Response json(MismatchedInputException e) {
        return JsonErrors.malformed(e).response();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, ContainerRequestContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        int status = e.getResponse().getStatus();
        Set<String> allowed = addresses.methods(request.getUriInfo().getPath());
        if (e instanceof NotAllowedException || isOfMethod(status, request.getMethod(), allowed)) {
            return notAllowed(request.getMethod(), String.join(", ", allowed));
        }
        if (status == UNSUPPORTED_MEDIA_TYPE) {
            Set<String> types = addresses.mediaTypes(request.getUriInfo().getPath(), request.getMethod());
            return WebProblems.ofMediaType(request, String.join(", ", types)).response();
        }
        return WebProblems.of(status, request).response();
    }

    /** Where one address begins like another, Quarkus REST answers 404 to a method that only the other one takes. */
    private static boolean isOfMethod(int status, String method, Set<String> allowed) {
        return status == 404 && !allowed.isEmpty() && !allowed.contains(method);
    }

    private static Response notAllowed(String method, String allowed) {
        return Response.fromResponse(WebProblems.notAllowed(method, allowed).response())
                .header(HttpHeaders.ALLOW, allowed)
                .build();
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
