package no.synkvakt.base;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses that hold control characters: no name in them has any, and the database takes none. */
class AddressRules {

    @ServerRequestFilter
    Optional<Response> check(UriInfo address) {
        boolean plainPath = address.getPathParameters().values().stream()
                .flatMap(List::stream)
                .allMatch(Characters::arePlain);
        if (!plainPath) {
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
