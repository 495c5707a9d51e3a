package no.synkvakt.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.deadline.Silence;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has filled in to ask for quiet, as they typed it. Times are of Europe/Oslo, such as 2026-11-24T08:00.
 *
 * @param id of what is asked for: whoever presses twice asks for one
 * @param municipality a school owner's name, number or realm; empty for all
 * @param step empty for all
 * @param from empty for now
 */
record SilenceForm(String id, String kind, String municipality, String step, String from, String until, String reason) {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    static SilenceForm of(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String municipality,
            @Nullable String step,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {
        return new SilenceForm(
                text(id), text(kind), text(municipality), text(step), text(from), text(until), text(reason));
    }

    /** One that has not been filled in yet, of a school owner or all. */
    static SilenceForm empty(@Nullable String municipality) {
        return of(UUID.randomUUID().toString(), null, municipality, null, null, null, null);
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    Silence.Kind quiet() {
        return isMaintenance() ? Silence.Kind.MAINTENANCE : Silence.Kind.SILENCE;
    }

    public boolean isMaintenance() {
        return kind.equals(Silence.Kind.MAINTENANCE.name());
    }

    /** Empty when it is no time. */
    static Optional<Instant> time(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed).atZone(OSLO).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
