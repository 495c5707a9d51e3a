package no.synkvakt.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;

/** A log each line of which is JSON. */
record JsonLog(List<JsonNode> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the lines that are whole; one that is no JSON is an error. */
    static JsonLog of(String log) {
        String whole = log.substring(0, log.lastIndexOf('\n') + 1);
        return new JsonLog(
                whole.lines().filter(line -> !line.isBlank()).map(JsonLog::read).toList());
    }

    /** Of whom and what the messages are that begin so. */
    List<JsonNode> allOf(String message) {
        return beginning(message).map(line -> line.path("mdc")).toList();
    }

    /** Of whom and what the first one is. */
    JsonNode firstOf(String message) {
        return beginning(message).map(line -> line.path("mdc")).findFirst().orElseThrow();
    }

    /** The lines as they stand there, without those of a logger. */
    List<String> linesButOf(String logger) {
        return lines.stream()
                .filter(line -> !line.path("loggerName").asText().contains(logger))
                .map(JsonNode::toString)
                .toList();
    }

    private Stream<JsonNode> beginning(String message) {
        return lines.stream().filter(line -> line.path("message").asText().startsWith(message));
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
