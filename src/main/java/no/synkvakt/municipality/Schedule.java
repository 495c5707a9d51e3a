package no.synkvakt.municipality;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a municipality's cycle is expected to begin.
 *
 * @param cron five fields as in crontab(5): minute, hour, day of month, month, day of week
 * @param zone the time zone the fields are read in; Europe/Oslo when none is named
 */
@RegisterForReflection
public record Schedule(@JsonProperty(required = true) String cron, String zone) {

    private static final String OSLO = "Europe/Oslo";

    @SuppressWarnings("NullAway") // JSON may leave either out; a missing cron is refused by Crons
    public Schedule(@Nullable String cron, @Nullable String zone) {
        this.cron = cron;
        this.zone = zone == null ? OSLO : zone;
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
