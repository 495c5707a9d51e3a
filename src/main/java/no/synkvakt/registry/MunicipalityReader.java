package no.synkvakt.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.JsonErrors;
import no.synkvakt.base.ProblemException;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.MunicipalityRules;
import org.jspecify.annotations.Nullable;

/** Reads municipalities as clients send them, and says everything that is wrong with them at once. */
@Singleton
class MunicipalityReader {

    private static final String ID = "id";

    /**
     * One municipality of many as it was sent.
     *
     * @param placed says where among them an error stands
     */
    record Given(JsonNode node, UnaryOperator<FieldError> placed) {}

    private final ObjectMapper json;
    private final Validator validator;
    private final MunicipalityRules rules;

    MunicipalityReader(ObjectMapper json, Validator validator, MunicipalityRules rules) {
        this.json = json;
        this.validator = validator;
        this.rules = rules;
    }

    /**
     * @param id from the path; the body may repeat it
     * @throws ProblemException 422 when anything is wrong
     */
    Municipality one(byte[] body, String id) throws IOException {
        JsonNode node = json.readTree(body);
        List<FieldError> errors = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            if (object.has(ID) && !object.get(ID).asText().equals(id)) {
                errors.add(new FieldError(ID, object.get(ID).asText(), "the id of the address, " + id));
            }
            object.put(ID, id);
        }
        Optional<Municipality> municipality = read(node, errors);
        return orRefuse(municipality.stream().toList(), errors).get(0);
    }

    /** @throws ProblemException 422 when anything is wrong with any of them */
    List<Municipality> all(byte[] body) throws IOException {
        JsonNode array = json.readTree(body);
        if (!array.isArray()) {
            throw ProblemException.invalid("(body)", array.getNodeType().toString(), "an array of municipalities");
        }
        return all(IntStream.range(0, array.size())
                .mapToObj(index -> new Given(array.get(index), error -> error.inside("[" + index + "]")))
                .toList());
    }

    /** The same of the rows of a table. */
    List<Municipality> all(List<Given> given) {
        List<FieldError> errors = new ArrayList<>();
        List<Municipality> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Given one : given) {
            List<FieldError> its = new ArrayList<>();
            Optional<Municipality> municipality = read(one.node(), its);
            municipality
                    .filter(known -> known.id() != null && !ids.add(known.id()))
                    .ifPresent(twice -> its.add(new FieldError(ID, twice.id(), "each municipality once")));
            municipality.ifPresent(all::add);
            its.stream().map(one.placed()).forEach(errors::add);
        }
        return orRefuse(all, errors);
    }

    private Optional<Municipality> read(JsonNode node, List<FieldError> errors) {
        try {
            @Nullable Municipality municipality = json.treeToValue(node, Municipality.class);
            if (municipality == null) {
                errors.add(new FieldError("(body)", "null", "an object"));
                return Optional.empty();
            }
            return Optional.of(check(municipality, errors));
        } catch (JsonMappingException e) {
            errors.add(JsonErrors.error(e, node));
        } catch (JsonProcessingException e) {
            errors.add(new FieldError("(body)", null, String.valueOf(e.getOriginalMessage())));
        }
        return Optional.empty();
    }

    private Municipality check(Municipality municipality, List<FieldError> errors) {
        Set<ConstraintViolation<Municipality>> violations = validator.validate(municipality);
        violations.stream()
                .map(MunicipalityReader::error)
                .sorted(Comparator.comparing(FieldError::field))
                .forEach(errors::add);
        return violations.isEmpty() ? rules.check(municipality, errors) : municipality;
    }

    /** The validator writes {@code steps[1].<list element>} where JSON has {@code steps[1]}. */
    private static FieldError error(ConstraintViolation<?> violation) {
        String field = violation.getPropertyPath().toString().replaceAll("\\.?<[^>]+>", "");
        @Nullable Object value = violation.getInvalidValue();
        return new FieldError(field, value == null ? null : value.toString(), violation.getMessage());
    }

    private static List<Municipality> orRefuse(List<Municipality> read, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return read;
    }
}
