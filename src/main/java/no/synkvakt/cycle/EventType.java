package no.synkvakt.cycle;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an engine reports, by the CloudEvents {@code type} it does so with. */
public enum EventType {
    CYCLE_STARTED("no.efeide.sync.cycle.started"),
    CYCLE_COMPLETED("no.efeide.sync.cycle.completed"),
    STEP_STARTED("no.efeide.sync.step.started"),
    STEP_COMPLETED("no.efeide.sync.step.completed"),
    STEP_FAILED("no.efeide.sync.step.failed"),
    STEP_HELD("no.efeide.sync.step.held"),
    HEARTBEAT("no.efeide.sync.heartbeat");

    private final String type;

    EventType(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /** Whether the event tells of one step, and so must name it. */
    public boolean ofStep() {
        return switch (this) {
            case STEP_STARTED, STEP_COMPLETED, STEP_FAILED, STEP_HELD -> true;
            case CYCLE_STARTED, CYCLE_COMPLETED, HEARTBEAT -> false;
        };
    }

    public static Optional<EventType> of(String type) {
        return Arrays.stream(values()).filter(known -> known.type.equals(type)).findFirst();
    }

    /** Every type, for messages that say what would be accepted. */
    public static String accepted() {
        return Arrays.stream(values()).map(EventType::type).collect(Collectors.joining(", "));
    }
}
