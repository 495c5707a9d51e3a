package no.synkvakt.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@code synkvakt.business.hours} and {@code .zone}; at start, so that hours that are none stop it. */
@Singleton
class BusinessHoursProducer {

    private static final String SETTING = "synkvakt.business.hours";

    @Startup
    @Produces
    @Singleton
    BusinessHours businessHours(
            @ConfigProperty(name = SETTING) String hours,
            @ConfigProperty(name = "synkvakt.business.zone") ZoneId zone) {
        HolidayManager norway = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));
        return of(hours, zone, norway);
    }

    /** @throws IllegalArgumentException when the hours are not of the form 08:00-16:00 */
    static BusinessHours of(String hours, ZoneId zone, HolidayManager holidays) {
        String[] ends = hours.split("-", -1);
        try {
            if (ends.length == 2) {
                return new BusinessHours(
                        LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()), zone, holidays::isHoliday);
            }
        } catch (DateTimeParseException e) {
            throw refused(hours);
        }
        throw refused(hours);
    }

    private static IllegalArgumentException refused(String hours) {
        return new IllegalArgumentException(SETTING + " = '" + hours + "'; accepted: two times such as 08:00-16:00");
    }
}
