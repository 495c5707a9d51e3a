package no.synkvakt.board;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody asks to be left alone. A choice ends at the next whole quarter of an hour, so that who presses twice
 * asks for the same.
 */
final class Quiet {

    /** What a page lets somebody choose. */
    enum Choice {
        TWO_HOURS("PT2H"),
        TOMORROW("tomorrow"),
        MONDAY("monday"),
        WEEK("P7D");

        private final String value;

        Choice(String value) {
            this.value = value;
        }

        static Optional<Choice> of(@Nullable String value) {
            return Stream.of(values())
                    .filter(choice -> choice.value.equals(value))
                    .findFirst();
        }

        /** Its name in forms. */
        public String value() {
            return value;
        }

        /** The end of a quiet that begins now. */
        Instant from(Instant now) {
            return end(now.atZone(OSLO)).toInstant();
        }

        private ZonedDateTime end(ZonedDateTime now) {
            return switch (this) {
                case TWO_HOURS -> nextQuarter(now.plusHours(2));
                case TOMORROW -> now.plusDays(1).with(MORNING);
                case MONDAY ->
                    now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(MORNING);
                case WEEK -> nextQuarter(now.plusDays(7));
            };
        }
    }

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Period LONGEST = Period.ofDays(31);

    private Quiet() {}

    /**
     * The end of the quiet.
     *
     * @param text one of the choices, or a date and time of Europe/Oslo such as 2026-11-24T08:00
     * @return empty when it is neither, or not ahead, or more than 31 days ahead
     */
    static Optional<Instant> until(@Nullable String text, Instant now) {
        if (text == null) {
            return Optional.empty();
        }
        ZonedDateTime local = now.atZone(OSLO);
        return end(text.strip(), local)
                .filter(end -> end.isAfter(local) && !end.isAfter(local.plus(LONGEST)))
                .map(ZonedDateTime::toInstant);
    }

    private static Optional<ZonedDateTime> end(String text, ZonedDateTime now) {
        return Choice.of(text).map(choice -> choice.end(now)).or(() -> dateAndTime(text));
    }

    private static Optional<ZonedDateTime> dateAndTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(OSLO));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime nextQuarter(ZonedDateTime time) {
        ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
        Duration into = Duration.between(hour, time);
        return hour.plus(QUARTER.multipliedBy(into.plus(QUARTER).minusNanos(1).dividedBy(QUARTER)));
    }
}
