package no.synkvakt.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@code synkvakt.business.hours} and {@code .zone}; at start, so that hours that are none stop it. */
@Singleton
class BusinessHoursProducer {

    private static final String HOURS = "synkvakt.business.hours";
    private static final String ZONE = "synkvakt.business.zone";

    @Startup
    @Produces
    @Singleton
    BusinessHours businessHours(@ConfigProperty(name = HOURS) String hours, @ConfigProperty(name = ZONE) String zone) {
        HolidayManager norway = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));
        return of(hours, zone, norway);
    }

    /** @throws IllegalArgumentException when the hours are not of the form 08:00-16:00, or there is no such zone */
    static BusinessHours of(String hours, String zone, HolidayManager holidays) {
        String[] ends = hours.split("-", -1);
        try {
            if (ends.length == 2) {
                LocalTime from = LocalTime.parse(ends[0].strip());
                LocalTime to = LocalTime.parse(ends[1].strip());
                if (from.isBefore(to)) {
                    return new BusinessHours(from, to, zone(zone), holidays::isHoliday);
                }
            }
        } catch (DateTimeParseException e) {
            throw refused(hours);
        }
        throw refused(hours);
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    ZONE + " = '" + zone + "'; accepted: a time zone such as Europe/Oslo", e);
        }
    }

    private static IllegalArgumentException refused(String hours) {
        return new IllegalArgumentException(
                HOURS + " = '" + hours + "'; accepted: two times such as 08:00-16:00, the earlier first");
    }
}
