package no.synkvakt.municipality;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.synkvakt.base.FieldError;

/**
 * Reads crons of five fields, and checks schedules: a cron that comes true some day, in a time zone that exists.
 *
 * <p>A cron is read by the clock on the wall alone. The library must not be given a zone: where clocks are put forward it
 * leaves out the whole night.
 */
public final class Crons {

    private static final String ACCEPTED =
            "five fields (minute hour day-of-month month day-of-week) that come true some day, such as 0 2 * * *";
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);

    /** The library takes the digits of every script. */
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z*,/ -]{1,200}");

    private Crons() {}

    /**
     * The next time on the wall's clock at which the cron comes true; empty when it never does.
     *
     * @throws IllegalArgumentException when it is no cron
     */
    public static Optional<LocalDateTime> next(String cron, LocalDateTime after) {
        return times(cron).nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    /**
     * The last time on the wall's clock at which the cron came true; empty when it never did.
     *
     * @throws IllegalArgumentException when it is no cron
     */
    public static Optional<LocalDateTime> last(String cron, LocalDateTime before) {
        return times(cron).lastExecution(before.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    static void check(Schedule schedule, List<FieldError> errors) {
        if (schedule.cron() == null || !FORM.matcher(schedule.cron()).matches() || !comesTrue(schedule.cron())) {
            errors.add(new FieldError("schedule.cron", schedule.cron(), ACCEPTED));
        }
        if (!exists(schedule.zone())) {
            errors.add(new FieldError("schedule.zone", schedule.zone(), "an IANA time zone such as Europe/Oslo"));
        }
    }

    private static boolean comesTrue(String text) {
        try {
            return next(text, ANY_TIME).isPresent();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static ExecutionTime times(String cron) {
        return ExecutionTime.forCron(
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron));
    }

    private static boolean exists(String zone) {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
