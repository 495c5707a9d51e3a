package no.synkvakt.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.synkvakt.evaluation.TrueStall.Kind;
import no.synkvakt.stall.CommonCause;

/**
 * How many mails people get about one true outage, all-clears left out. A stall's first mails wait for the hold and are not sent
 * when it is over by then: one to the admin and, where only support can act, one to support. In an outage support gets one mail
 * and each admin one who has not been mailed yet. Mails of false alarms are not counted here; alarms are.
 */
final class Mails {

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofMinutes(30);

    private final int atLeast;
    private final Map<Integer, Integer> toSupport = new HashMap<>();
    private final Map<List<Integer>, Integer> toAdmin = new HashMap<>();

    private Mails(int atLeast) {
        this.atLeast = atLeast;
    }

    /** Three stalls of one cause within 30 minutes are an outage. */
    static Mails grouped() {
        return new Mails(3);
    }

    static Mails ungrouped() {
        return new Mails(Integer.MAX_VALUE);
    }

    /** Counts one night's mails. */
    void count(List<Alarm> alarms) {
        Map<CommonCause, List<Alarm>> byCause = new HashMap<>();
        for (Alarm alarm : alarms) {
            if (!alarm.place().selfService()) {
                byCause.computeIfAbsent(alarm.place().cause(), cause -> new ArrayList<>())
                        .add(alarm);
            }
        }
        byCause.values().forEach(this::countOfCause);
    }

    private void countOfCause(List<Alarm> alarms) {
        alarms.sort(Comparator.comparing(Alarm::at));
        Set<Alarm> joined = new HashSet<>();
        for (Alarm alarm : alarms) {
            List<Alarm> open = alarms.stream()
                    .filter(other ->
                            !other.at().isAfter(alarm.at()) && other.until().isAfter(alarm.at()))
                    .toList();
            if (open.stream().anyMatch(joined::contains)) {
                joined.add(alarm);
                continue;
            }
            Optional<Instant> began =
                    CommonCause.outage(open.stream().map(Alarm::at).toList(), atLeast, WINDOW);
            if (began.isPresent()) {
                open.stream().filter(one -> !one.at().isBefore(began.get())).forEach(joined::add);
                mailSupport(alarm);
            }
        }
        for (Alarm alarm : alarms) {
            boolean alone = !joined.contains(alarm) || isMailedBefore(alarm, joined);
            if (alarm.until().isAfter(alarm.at().plus(HOLD))) {
                alarm.right()
                        .filter(Mails::isOutage)
                        .ifPresent(stall -> toAdmin.merge(
                                List.of(stall.cause(), alarm.owner().index()), 1, Integer::sum));
                if (alone) {
                    mailSupport(alarm);
                }
            }
        }
    }

    /** Whether its own mails had gone before the outage formed: with the first detection that made three. */
    private boolean isMailedBefore(Alarm alarm, Set<Alarm> joined) {
        return joined.stream()
                        .filter(other -> !other.at().isAfter(alarm.at().plus(HOLD)))
                        .count()
                < atLeast;
    }

    private void mailSupport(Alarm alarm) {
        alarm.right().filter(Mails::isOutage).ifPresent(stall -> toSupport.merge(stall.cause(), 1, Integer::sum));
    }

    private static boolean isOutage(TrueStall stall) {
        return stall.kind() == Kind.OUTAGE;
    }

    /** Mean of the mails to support about an outage that any were sent about. */
    double perOutageToSupport() {
        return mean(toSupport.values());
    }

    /** Mean of the mails to an admin about an outage that any were sent to them about. */
    double perOutageToAdmin() {
        return mean(toAdmin.values());
    }

    /** Mean over all recipients, support being one of them. */
    double perOutageAndRecipient() {
        List<Integer> all = new ArrayList<>(toSupport.values());
        all.addAll(toAdmin.values());
        return mean(all);
    }

    private static double mean(Iterable<Integer> counts) {
        double sum = 0;
        int number = 0;
        for (int count : counts) {
            sum += count;
            number++;
        }
        return number == 0 ? 0 : sum / number;
    }
}
