package no.synkvakt.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import no.synkvakt.deadline.Silence;
import org.jspecify.annotations.Nullable;

/**
 * A silence or maintenance window as the API shows it.
 *
 * @param municipality null for all
 * @param step null for all
 * @param endedAt when somebody ended it early
 */
@RegisterForReflection
record SilenceView(
        UUID id,
        Silence.Kind kind,
        Silence.State state,
        @Nullable String municipality,
        @Nullable String step,
        Instant from,
        Instant until,
        @Nullable String reason,
        String madeBy,
        Instant madeAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    static SilenceView of(Silence silence, Instant now) {
        return new SilenceView(
                silence.id,
                silence.kind,
                silence.state(now),
                silence.municipality,
                silence.step,
                silence.from,
                silence.until,
                silence.reason,
                silence.madeBy,
                silence.madeAt,
                silence.endedAt,
                silence.endedBy);
    }
}
