package no.synkvakt.base;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What to tell a client whose request ended by its HTTP status alone. */
public final class WebProblems {

    public static final String ADDRESS = "an address of the API, see /q/openapi";

    private WebProblems() {}

    /** What the status means here, in a sentence. */
    public static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is not well-formed.";
            case 401 -> "This needs a credential: Authorization: Bearer, with an API key or an access token.";
            case 403 -> "The credential is right, but its role may not do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "This address cannot answer in a form that the header Accept takes.";
            case 413 -> "The body is larger than 5 MiB, the most that is accepted.";
            case 415 -> "This address does not take that Content-Type.";
            default -> "The request cannot be done.";
        };
    }

    /** @param allowed the methods that the address takes, where that is known */
    static Problem of(int status, ContainerRequestContext request, @Nullable String allowed) {
        return switch (status) {
            case 404 ->
                Problem.of(
                        status,
                        detail(status),
                        error("path", request.getUriInfo().getPath(), ADDRESS));
            case 405 ->
                Problem.of(
                        status,
                        detail(status),
                        error("method", request.getMethod(), allowed == null ? "another method" : allowed));
            case 406 ->
                Problem.of(
                        status,
                        detail(status),
                        error(HttpHeaders.ACCEPT, request.getHeaderString(HttpHeaders.ACCEPT), "application/json"));
            case 415 ->
                Problem.of(
                        status,
                        detail(status),
                        error(
                                HttpHeaders.CONTENT_TYPE,
                                request.getHeaderString(HttpHeaders.CONTENT_TYPE),
                                "application/json"));
            default -> Problem.of(status, detail(status));
        };
    }

    private static FieldError error(String field, @Nullable String value, String accepted) {
        return new FieldError(field, value, accepted);
    }
}
