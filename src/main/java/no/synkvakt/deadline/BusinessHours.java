package no.synkvakt.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * The hours in which somebody can be expected to act: Monday to Friday, from one time of day to another, holidays left out.
 * Nights, weekends and holidays do not count.
 *
 * @param from when a working day begins
 * @param to when it ends, later than it begins
 * @param zone where those times of day are read
 * @param holidays which days nobody works
 */
public record BusinessHours(LocalTime from, LocalTime to, ZoneId zone, Predicate<LocalDate> holidays) {

    /** No year has so many days off in a row; without a bound a calendar of holidays alone would never end. */
    private static final int LONGEST_REST_DAYS = 366;

    public BusinessHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "business hours from " + from + " to " + to + "; accepted: an end later than the beginning");
        }
    }

    /**
     * When that much business time will have passed since the beginning. Where the end of a working day would do, it is that
     * end, not the beginning of the next one.
     *
     * @throws IllegalStateException when there is no working day within a year
     */
    public Instant after(Instant beginning, Duration business) {
        Duration left = business;
        LocalDate day = beginning.atZone(zone).toLocalDate();
        for (int daysOff = 0; daysOff <= LONGEST_REST_DAYS; day = day.plusDays(1)) {
            if (!isWorkingDay(day)) {
                daysOff++;
                continue;
            }
            daysOff = 0;
            Instant opens = latest(beginning, at(day, from));
            Duration open = Duration.between(opens, latest(opens, at(day, to)));
            if (!open.isZero() && left.compareTo(open) <= 0) {
                return opens.plus(left);
            }
            left = left.minus(open);
        }
        throw new IllegalStateException("no working day within a year of " + beginning);
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.test(day);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
