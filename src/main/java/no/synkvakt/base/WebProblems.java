package no.synkvakt.base;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to tell a client whose request ended by its HTTP status alone. */
public final class WebProblems {

    public static final String ADDRESS = "an address of the API, see /q/openapi";

    private static final Pattern PING_KEY = Pattern.compile("^(/*ping[^/]*/+)[^/]+");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[^/;\\s]+/[^/;\\s]+\\s*(;.*)?");

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
            case 429 -> "You ask more often than one caller may. Retry-After says in how many seconds to try again.";
            case 503 -> "This cannot be done at the moment. Retry-After says in how many seconds to try again.";
            default -> "The request cannot be done.";
        };
    }

    /** An address as it may be repeated: whoever logs answers must not keep ping keys by it. */
    public static String withoutKey(String path) {
        return PING_KEY.matcher(path).replaceFirst("$1…");
    }

    static Problem of(int status, ContainerRequestContext request) {
        return switch (status) {
            case 400 -> ofBadRequest(request);
            case 404 -> problem(status, "path", withoutKey(request.getUriInfo().getPath()), ADDRESS);
            case 406 ->
                problem(
                        status,
                        HttpHeaders.ACCEPT,
                        request.getHeaderString(HttpHeaders.ACCEPT),
                        MediaType.APPLICATION_JSON);
            default -> Problem.of(status, detail(status));
        };
    }

    /** @param allowed the methods that the address takes */
    static Problem notAllowed(String method, String allowed) {
        return problem(405, "method", method, allowed);
    }

    /** Quarkus REST does not say that it was a media type that it could not read. */
    private static Problem ofBadRequest(ContainerRequestContext request) {
        @Nullable String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null || MEDIA_TYPE.matcher(type).matches()
                ? Problem.of(400, detail(400))
                : problem(400, HttpHeaders.CONTENT_TYPE, type, "a media type such as " + MediaType.APPLICATION_JSON);
    }

    /** @param accepted the media types that the address takes */
    static Problem ofMediaType(ContainerRequestContext request, String accepted) {
        return problem(415, HttpHeaders.CONTENT_TYPE, request.getHeaderString(HttpHeaders.CONTENT_TYPE), accepted);
    }

    private static Problem problem(int status, String field, @Nullable String value, String accepted) {
        return Problem.of(status, detail(status), new FieldError(field, value, accepted));
    }
}
