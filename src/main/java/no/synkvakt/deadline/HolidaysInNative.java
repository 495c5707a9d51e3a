package no.synkvakt.deadline;

import de.focus_shift.jollyday.core.impl.DefaultHolidayManager;
import de.focus_shift.jollyday.core.parser.impl.ChristianHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.EthiopianOrthodoxHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.FixedParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayBetweenFixedParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayInMonthParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayRelativeToFixedParser;
import de.focus_shift.jollyday.core.parser.impl.IslamicHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToEasterSundayParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToFixedParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToWeekdayInMonthParser;
import de.focus_shift.jollyday.jackson.JacksonConfigurationService;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jollyday loads by name, and so a native executable has to be told of. Its calendar of Norway is a resource, see {@code
 * application.properties}.
 */
@RegisterForReflection(
        targets = {
            DefaultHolidayManager.class,
            JacksonConfigurationService.class,
            FixedParser.class,
            FixedWeekdayInMonthParser.class,
            IslamicHolidayParser.class,
            ChristianHolidayParser.class,
            RelativeToFixedParser.class,
            RelativeToWeekdayInMonthParser.class,
            FixedWeekdayBetweenFixedParser.class,
            FixedWeekdayRelativeToFixedParser.class,
            EthiopianOrthodoxHolidayParser.class,
            RelativeToEasterSundayParser.class,
        },
        classNames = {
            HolidaysInNative.MAPPING + "ChristianHoliday",
            HolidaysInNative.MAPPING + "ChristianHolidayType",
            HolidaysInNative.MAPPING + "ChronologyType",
            HolidaysInNative.MAPPING + "Configuration",
            HolidaysInNative.MAPPING + "EthiopianOrthodoxHoliday",
            HolidaysInNative.MAPPING + "EthiopianOrthodoxHolidayType",
            HolidaysInNative.MAPPING + "Fixed",
            HolidaysInNative.MAPPING + "FixedWeekdayBetweenFixed",
            HolidaysInNative.MAPPING + "FixedWeekdayInMonth",
            HolidaysInNative.MAPPING + "FixedWeekdayRelativeToFixed",
            HolidaysInNative.MAPPING + "Holiday",
            HolidaysInNative.MAPPING + "HolidayCycleType",
            HolidaysInNative.MAPPING + "HolidayType",
            HolidaysInNative.MAPPING + "Holidays",
            HolidaysInNative.MAPPING + "IslamicHoliday",
            HolidaysInNative.MAPPING + "IslamicHolidayType",
            HolidaysInNative.MAPPING + "Month",
            HolidaysInNative.MAPPING + "MoveableHoliday",
            HolidaysInNative.MAPPING + "MovingCondition",
            HolidaysInNative.MAPPING + "RelativeToEasterSunday",
            HolidaysInNative.MAPPING + "RelativeToFixed",
            HolidaysInNative.MAPPING + "RelativeToWeekdayInMonth",
            HolidaysInNative.MAPPING + "Source",
            HolidaysInNative.MAPPING + "Sources",
            HolidaysInNative.MAPPING + "Substituted",
            HolidaysInNative.MAPPING + "Weekday",
            HolidaysInNative.MAPPING + "When",
            HolidaysInNative.MAPPING + "Which",
            HolidaysInNative.MAPPING + "With",
        })
final class HolidaysInNative {

    static final String MAPPING = "de.focus_shift.jollyday.jackson.mapping.";

    private HolidaysInNative() {}
}
