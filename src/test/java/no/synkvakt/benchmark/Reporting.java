package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Engines that report as fast as they are answered. */
final class Reporting {

    static final int BATCH = 504;

    private static final int ENGINES = 16;
    private static final int ENGINES_WITH_BATCHES = 4;
    private static final Duration COUNTED = Duration.ofSeconds(15);

    private final Machine machine;

    Reporting(Machine machine) {
        this.machine = machine;
    }

    /**
     * How fast it went.
     *
     * @param perSecond events
     * @param cpu of Synkvakt's own for each, in milliseconds
     */
    record Pace(double perSecond, double cpu) {

        String label() {
            return String.format(Locale.ROOT, "Java's CPU %.2f ms each", cpu);
        }
    }

    /** One event a request. */
    Pace singles(String run, Duration warmUp) {
        return audited(
                run,
                1,
                turn -> pace(
                        ENGINES,
                        1,
                        warmUp,
                        turn,
                        202,
                        number -> Requests.post(
                                "/api/v1/events", "application/cloudevents+json", Night.event(run, number))));
    }

    /** So many a request. */
    Pace batches(String run, Duration warmUp) {
        return audited(
                run,
                BATCH,
                turn -> pace(
                        ENGINES_WITH_BATCHES,
                        BATCH,
                        warmUp,
                        turn,
                        202,
                        number -> Requests.post(
                                "/api/v1/events",
                                "application/cloudevents-batch+json",
                                Night.batch(run, number, BATCH))));
    }

    Pace pings(Duration warmUp) {
        List<String> keys = machine.stored.values("select ping_key from municipality order by length(id), id").stream()
                .map(String::valueOf)
                .toList();
        long before = pinged();
        AtomicLong turn = new AtomicLong();
        Pace pace = pace(ENGINES, 1, warmUp, turn, 200, number -> Requests.ping(Night.ping(keys, number)));
        assertThat(pinged() - before)
                .as("a ping is an event, or a repeat of the step that is done")
                .isBetween(turn.get() / 3, turn.get());
        return pace;
    }

    private long pinged() {
        return machine.count("select count(*) from event where source like '/ping/%'");
    }

    private Pace pace(
            int clients, int events, Duration warmUp, AtomicLong turn, int expected, LongFunction<byte[]> request) {
        Load.closed(clients, Duration.ZERO, warmUp, turn, client -> new HttpClient(machine, request, expected));
        Duration cpu = machine.synkvakt().cpu();
        double rate = Load.closed(
                clients, Duration.ZERO, COUNTED, turn, client -> new HttpClient(machine, request, expected));
        double used = machine.synkvakt().cpu().minus(cpu).toNanos() / 1e6;
        return new Pace(rate * events, used / (rate * events * COUNTED.toSeconds()));
    }

    private interface Run {
        Pace with(AtomicLong turn);
    }

    /** Each event is there once, the cycles are what their events make of them, and nothing stands still. */
    private Pace audited(String name, int events, Run run) {
        AtomicLong turn = new AtomicLong();
        Pace pace = run.with(turn);
        assertThat(machine.count("select count(*) from event where id like '" + name + "-%'"))
                .isEqualTo(turn.get() * events);
        assertThat(machine.count("select count(*) from cycle where id like '" + name + "-%' and state = 'COMPLETED'"))
                .isEqualTo(machine.count("select count(*) from (select municipality, cycle from event where id like '"
                        + name + "-%' and type = 'STEP_COMPLETED' group by 1, 2 having count(*) = "
                        + Night.CHAIN.size() + ") whole"));
        assertThat(machine.count("select count(*) from stall where cycle like '" + name + "-%'"))
                .isZero();
        return pace;
    }
}
