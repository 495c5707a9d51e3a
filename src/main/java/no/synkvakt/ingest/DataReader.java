package no.synkvakt.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import no.synkvakt.base.Characters;
import no.synkvakt.cycle.CycleName;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.cycle.Trouble.Changes;
import org.jspecify.annotations.Nullable;

/** Reads the data of an event. What is not known is ignored; what is known has to be right. */
final class DataReader {

    private final JsonNode data;

    DataReader(JsonNode data) {
        this.data = data;
    }

    String cycle() throws Refused {
        String cycle = text("cycle", "the engine's name of the cycle");
        if (!CycleName.isId(cycle)) {
            throw new Refused("data.cycle", cycle, CycleName.ACCEPTED);
        }
        return cycle;
    }

    String step() throws Refused {
        return text("step", "the id or label of a step");
    }

    @Nullable
    Trouble trouble(EventType type) throws Refused {
        return switch (type) {
            case STEP_FAILED -> new Trouble(message(), null, null);
            case STEP_HELD -> new Trouble(null, changes(), limit());
            default -> null;
        };
    }

    private @Nullable String message() throws Refused {
        if (!has("message")) {
            return null;
        }
        if (!data.get("message").isTextual()) {
            throw new Refused("data.message", data.get("message").toString(), "text");
        }
        String line = Characters.line(data.get("message").textValue());
        return line.isEmpty() ? null : line;
    }

    private @Nullable Changes changes() throws Refused {
        if (!has("changes")) {
            return null;
        }
        if (!data.get("changes").isObject()) {
            throw new Refused("data.changes", data.get("changes").toString(), "an object");
        }
        return new Changes(count("added"), count("changed"), count("deleted"), count("previousTotal"));
    }

    private @Nullable Long count(String name) throws Refused {
        JsonNode value = data.get("changes").get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new Refused("data.changes." + name, value.toString(), "a whole number, 0 or more");
        }
        return value.longValue();
    }

    private @Nullable Double limit() throws Refused {
        if (!has("limit")) {
            return null;
        }
        JsonNode value = data.get("limit");
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 100) {
            throw new Refused("data.limit", value.toString(), "per cent, a number from 0 to 100");
        }
        return value.doubleValue();
    }

    private boolean has(String name) {
        return data.hasNonNull(name);
    }

    private String text(String name, String accepted) throws Refused {
        JsonNode value = data.get(name);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw new Refused("data." + name, value == null ? null : value.toString(), accepted);
        }
        return value.textValue();
    }
}
