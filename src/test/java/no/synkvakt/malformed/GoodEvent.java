package no.synkvakt.malformed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event that is taken, and what is made of it by changing one thing. */
final class GoodEvent {

    static final byte[] DATA = "{\"cycle\":\"c\",\"step\":\"import-visma-flyt\"}".getBytes(StandardCharsets.UTF_8);

    private GoodEvent() {}

    /** A good event with another id. */
    static String of(String id) {
        return with("id", "\"" + id + "\"");
    }

    /**
     * A good event with one member changed.
     *
     * @param changed {@code failed.message} is that one in the data of such an event
     * @param value in JSON
     */
    static String with(String changed, String value) {
        Map<String, String> members = attributes();
        members.put("data", new String(DATA, StandardCharsets.UTF_8));
        if (changed.contains(".")) {
            String[] typeAndName = changed.split("\\.", 2);
            members.put("type", "\"no.efeide.sync.step." + typeAndName[0] + "\"");
            members.put("data", data(typeAndName[1], value));
        } else {
            members.put(changed, value);
        }
        return object(members);
    }

    /** The headers of a good event in binary mode, with these in the place of the one of the same name. */
    static List<String> headersWith(String... changed) {
        String replaced = changed[0].split(":", 2)[0];
        List<String> headers = new ArrayList<>();
        attributes().forEach((name, value) -> {
            if (!replaced.equals("ce-" + name)) {
                headers.add("ce-" + name + ": " + value.replace("\"", ""));
            }
        });
        headers.addAll(List.of(changed));
        return headers;
    }

    private static Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "\"1.0\"");
        attributes.put("id", "\"a\"");
        attributes.put("source", "\"/efeide/engine-1\"");
        attributes.put("type", "\"no.efeide.sync.step.completed\"");
        attributes.put("subject", "\"lillestrom.kommune.no\"");
        attributes.put("time", "\"2026-11-23T01:59:00+01:00\"");
        return attributes;
    }

    private static String data(String changed, String value) {
        Map<String, String> data = new LinkedHashMap<>(Map.of("cycle", "\"c\"", "step", "\"import-visma-flyt\""));
        data.put(changed, value);
        return object(data);
    }

    private static String object(Map<String, String> members) {
        List<String> written = new ArrayList<>();
        members.forEach((name, json) -> written.add("\"" + name + "\":" + json));
        return "{" + String.join(",", written) + "}";
    }
}
