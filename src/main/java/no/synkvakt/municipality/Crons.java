package no.synkvakt.municipality;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;

/** Checks schedules: a cron of five fields that comes true some day, and a time zone that exists. */
final class Crons {

    private static final String ACCEPTED =
            "five fields (minute hour day-of-month month day-of-week) that come true some day, such as 0 2 * * *";
    private static final ZonedDateTime ANY_TIME = ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final int LONGEST = 200;

    private Crons() {}

    static void check(Schedule schedule, List<FieldError> errors) {
        if (schedule.cron() == null || !isLine(schedule.cron()) || !comesTrue(schedule.cron())) {
            errors.add(new FieldError("schedule.cron", schedule.cron(), ACCEPTED));
        }
        if (!exists(schedule.zone())) {
            errors.add(new FieldError("schedule.zone", schedule.zone(), "an IANA time zone such as Europe/Oslo"));
        }
    }

    private static boolean isLine(String text) {
        return text.length() <= LONGEST && Characters.arePlain(text);
    }

    private static boolean comesTrue(String text) {
        try {
            Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(text);
            return ExecutionTime.forCron(cron).nextExecution(ANY_TIME).isPresent();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static boolean exists(String zone) {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
