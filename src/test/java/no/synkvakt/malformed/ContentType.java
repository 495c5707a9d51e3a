package no.synkvakt.malformed;

import java.util.List;
import java.util.Map;

/** The header that tells what a case's body is. */
final class ContentType {

    static final List<String> ONE = List.of("Content-Type: application/cloudevents+json");
    static final List<String> BATCH = List.of("Content-Type: application/cloudevents-batch+json");

    private static final Map<String, List<String>> NAMED = Map.of("one", ONE, "batch", BATCH, "none", List.of());

    private ContentType() {}

    /** The case's first column names it, or is its value. */
    static List<String> of(Case one) {
        String name = one.expected().get(0);
        return NAMED.getOrDefault(name, List.of("Content-Type: " + name));
    }
}
