package no.synkvakt.base;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;

/** Writes where in a document something stands, as {@code contacts[0].email}. */
public final class JsonPaths {

    private JsonPaths() {}

    public static String of(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.toString();
    }
}
