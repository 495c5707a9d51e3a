package no.synkvakt.demo;

import java.util.Map;
import no.synkvakt.cycle.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in a made-up cycle.
 *
 * @param step the id of the step it goes wrong at
 * @param reported what the engine says of it; null: nothing, the step just stands still
 * @param data what it says beside cycle and step
 */
record Twist(String step, @Nullable EventType reported, Map<String, Object> data) {

    static Twist standsStill(String step) {
        return new Twist(step, null, Map.of());
    }

    static Twist fails(String step, String message) {
        return new Twist(step, EventType.STEP_FAILED, Map.of("message", message));
    }

    static Twist isHeld(String step) {
        return new Twist(
                step,
                EventType.STEP_HELD,
                Map.of(
                        "changes",
                        Map.of("added", 412, "changed", 1873, "deleted", 388, "previousTotal", 3120),
                        "limit",
                        20));
    }
}
