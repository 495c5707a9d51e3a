package no.synkvakt.deadline;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When steps may take longer than usual: in the season of skoleopprykk, when a whole school year changes at once, and on
 * Norwegian public holidays. Dates are those of Europe/Oslo; where both hold, the greater factor does.
 */
@Startup
@Singleton
class Seasons {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String FROM = "synkvakt.season.from";
    private static final String TO = "synkvakt.season.to";
    private static final double GREATEST = 10;

    private final MonthDay from;
    private final MonthDay to;
    private final double inSeason;
    private final double onHolidays;
    private final BusinessHours hours;

    /** @throws IllegalArgumentException when a date is none, or a factor is less than 1 or more than 10 */
    Seasons(
            @ConfigProperty(name = FROM) String from,
            @ConfigProperty(name = TO) String to,
            @ConfigProperty(name = "synkvakt.season.factor") double inSeason,
            @ConfigProperty(name = "synkvakt.holidays.factor") double onHolidays,
            BusinessHours hours) {
        this.from = day(FROM, from);
        this.to = day(TO, to);
        this.inSeason = factor("synkvakt.season.factor", inSeason);
        this.onHolidays = factor("synkvakt.holidays.factor", onHolidays);
        this.hours = hours;
    }

    /** How long something may take that may take so long at other times, when it is ready at the time given. */
    Duration widened(Duration usual, Instant readyAt) {
        double factor = factorAt(readyAt.atZone(OSLO).toLocalDate());
        return factor == 1 ? usual : Duration.ofMillis(Math.round(usual.toMillis() * factor));
    }

    private double factorAt(LocalDate day) {
        double season = isInSeason(MonthDay.from(day)) ? inSeason : 1;
        return hours.holidays().test(day) ? Math.max(season, onHolidays) : season;
    }

    /** A season may last over the turn of the year. */
    private boolean isInSeason(MonthDay day) {
        boolean afterItBegan = !day.isBefore(from);
        boolean beforeItEnds = !day.isAfter(to);
        return from.isAfter(to) ? afterItBegan || beforeItEnds : afterItBegan && beforeItEnds;
    }

    private static MonthDay day(String setting, String text) {
        try {
            return MonthDay.parse("--" + text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    setting + " = '" + text + "'; accepted: a month and day such as 06-15", e);
        }
    }

    private static double factor(String setting, double factor) {
        if (!(factor >= 1 && factor <= GREATEST)) {
            throw new IllegalArgumentException(setting + " = " + factor + "; accepted: 1 (nothing is widened) to 10");
        }
        return factor;
    }
}
