package no.synkvakt.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.synkvakt.municipality.Municipality;

/** What of a municipality is other than it was: the names of its fields, not what stands there, which may be an address. */
@Singleton
class MunicipalityChanges {

    private final ObjectMapper json;

    MunicipalityChanges(ObjectMapper json) {
        this.json = json;
    }

    List<String> between(Municipality former, Municipality latter) {
        JsonNode before = json.valueToTree(former);
        JsonNode after = json.valueToTree(latter);
        return Stream.of(before, after)
                .flatMap(side -> StreamSupport.stream(((Iterable<String>) side::fieldNames).spliterator(), false))
                .distinct()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .toList();
    }
}
