package no.synkvakt.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.base.Characters;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.cycle.Trouble.Changes;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events that an engine would have sent of what its database says of a step.
 *
 * <p>Their ids follow from what they tell, so that the same row makes the same events, whoever looks at it and however often. A
 * failure whose time the engine does not keep is of the moment it was first seen.
 */
final class RowEvents {

    private final String source;

    /** @param source whom they come from */
    RowEvents(String source) {
        this.source = source;
    }

    /**
     * The events of a row, as they happened.
     *
     * @param municipality the owner's id
     * @param step the step's id
     * @param now when it is looked at
     */
    List<StepEvent> of(EngineRow row, String municipality, String step, Instant now) {
        List<StepEvent> events = new ArrayList<>();
        if (row.startedAt() != null) {
            events.add(event(
                    row,
                    municipality,
                    step,
                    EventType.STEP_STARTED,
                    row.startedAt().instant(),
                    null));
        }
        switch (String.valueOf(row.status()).toLowerCase(Locale.ROOT)) {
            case "failed" ->
                events.add(event(row, municipality, step, EventType.STEP_FAILED, endOr(row, now), failure(row)));
            case "held" -> events.add(event(row, municipality, step, EventType.STEP_HELD, endOr(row, now), held(row)));
            default -> {
                if (row.finishedAt() != null) {
                    events.add(event(
                            row,
                            municipality,
                            step,
                            EventType.STEP_COMPLETED,
                            row.finishedAt().instant(),
                            null));
                }
            }
        }
        return events;
    }

    private StepEvent event(
            EngineRow row, String municipality, String step, EventType type, Instant time, @Nullable Trouble trouble) {
        String start = type == EventType.STEP_COMPLETED ? "" : stored(row.startedAt());
        String end = type == EventType.STEP_STARTED ? "" : stored(row.finishedAt());
        String id = id(municipality, row.cycle(), step, type.name(), start, end);
        return new StepEvent(source, id, type, row.cycle(), step, time, trouble);
    }

    /** A UUID of what the event tells (RFC 9562, version 3). Each part is led by its length: no two rows read alike. */
    private static String id(String... parts) {
        String name = Stream.of(parts).map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String stored(@Nullable EngineTime time) {
        return time == null ? "" : time.stored();
    }

    private static Instant endOr(EngineRow row, Instant now) {
        return row.finishedAt() == null ? now : row.finishedAt().instant();
    }

    private static Trouble failure(EngineRow row) {
        @Nullable String line = row.message() == null ? null : Characters.line(row.message());
        return new Trouble(line == null || line.isEmpty() ? null : line, null, null);
    }

    private static Trouble held(EngineRow row) {
        return new Trouble(null, new Changes(row.added(), row.changed(), row.deleted(), row.previousTotal()), null);
    }
}
