package no.synkvakt.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What 372 school owners' engines report, in an order in which each begins and ends its steps, one cycle after the other. */
final class Night {

    static final int OWNERS = 372;
    static final List<String> CHAIN =
            List.of("import-sas", "synchronization", "export-ad", "import-ad", "export-lms", "export-365");

    /** Of one cycle: each step begins and ends. */
    static final int EVENTS = CHAIN.size() * 2;

    private Night() {}

    static String owner(int number) {
        return "owner-%d.example".formatted(number);
    }

    /** All owners report in turn. */
    static String event(String run, long number) {
        long round = number / OWNERS;
        return event(run, (int) (number % OWNERS), round / EVENTS, (int) (round % EVENTS));
    }

    /** So many owners' whole cycles, one after the other. */
    static String batch(String run, long number, int size) {
        return LongStream.range(number * size, (number + 1) * size)
                .mapToObj(each -> {
                    long cycle = each / EVENTS;
                    return event(run, (int) (cycle % OWNERS), cycle / OWNERS, (int) (each % EVENTS));
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String event(String run, int owner, long cycle, int of) {
        return String.format(
                Locale.ROOT,
                "{\"specversion\":\"1.0\",\"id\":\"%1$s-%2$d-%3$d-%4$d\",\"source\":\"/engine-%5$d\","
                        + "\"type\":\"no.efeide.sync.step.%6$s\",\"subject\":\"%7$s\",\"time\":\"%8$s\","
                        + "\"data\":{\"cycle\":\"%1$s-%3$d\",\"step\":\"%9$s\"}}",
                run,
                owner,
                cycle,
                of,
                owner % 5,
                of % 2 == 0 ? "started" : "completed",
                owner(owner),
                Instant.now(),
                CHAIN.get(of / 2));
    }

    /** One owner's next cycle begins with a failure, for that time. */
    static String failure(int owner, int time) {
        return "["
                + event("failed", owner, time, 0)
                        .replace("step.started", "step.failed")
                        .replace("\"step\":", "\"message\":\"no route to host\",\"step\":")
                + "]";
    }

    /** The address of the same as a ping. */
    static String ping(List<String> keys, long number) {
        int of = (int) (number / OWNERS % EVENTS);
        return "/ping/" + keys.get((int) (number % OWNERS)) + "/" + CHAIN.get(of / 2) + (of % 2 == 0 ? "/start" : "");
    }

    /** All owners, as an operator puts them. */
    static List<String> owners() {
        return IntStream.range(0, OWNERS)
                .mapToObj(number -> """
                        {"name":"Owner %d","language":"nb","sis":"WIS","steps":[%s],"contacts":[{"email":"ikt@%s"}]}""".formatted(
                                number,
                                CHAIN.stream().map(step -> '"' + step + '"').collect(Collectors.joining(",")),
                                owner(number)))
                .toList();
    }
}
