package no.synkvakt.base;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses addresses that hold control characters: no name in them has any, and the database takes none. So it does matrix
 * parameters ({@code ;a=b}): no address has any, and what follows the semicolon would silently be no part of the name.
 */
class AddressRules {

    @ServerRequestFilter
    Optional<Response> check(UriInfo address, HttpServerRequest request) {
        boolean plainPath = address.getPathParameters().values().stream()
                .flatMap(List::stream)
                .allMatch(Characters::arePlain);
        if (!plainPath || request.path().contains(";")) {
            throw new NotFoundException();
        }
        List<FieldError> errors = new ArrayList<>();
        address.getQueryParameters().forEach((name, values) -> values.stream()
                .filter(value -> !Characters.arePlain(value))
                .forEach(value -> errors.add(new FieldError(name, value, PlainText.ACCEPTED))));
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.invalid(errors).response());
    }
}
