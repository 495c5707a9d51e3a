package no.synkvakt.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How well a way of setting limits judged.
 *
 * <ul>
 *   <li>A <b>false alarm</b> blames a step that did not truly stand still at that time: it was only slow, its report was late or
 *       lost, or another step stood still.
 *   <li>A true stall is <b>found</b> when its own step is called a stall after its true beginning ({@link TrueStall#from}) and
 *       before its true end.
 *   <li>The <b>delay</b> of one that was found is from its true beginning to its alarm.
 * </ul>
 */
final class Score {

    private static final double NIGHTS_OF_A_YEAR = 365;

    private final int owners;
    private int nights;
    private int falseAlarms;
    private int stalls;
    private final List<Duration> delays = new ArrayList<>();

    Score(int owners) {
        this.owners = owners;
    }

    /** Counts one night of all owners. */
    void count(List<TrueNight> truth, List<Alarm> alarms) {
        nights++;
        stalls +=
                (int) truth.stream().filter(night -> night.stall().isPresent()).count();
        for (Alarm alarm : alarms) {
            if (alarm.right().isEmpty()) {
                falseAlarms++;
            }
            alarm.right().ifPresent(stall -> delays.add(Duration.between(stall.from(), alarm.at())));
        }
    }

    double falseAlarmsPerOwnerAndYear() {
        return falseAlarms * NIGHTS_OF_A_YEAR / nights / owners;
    }

    double found() {
        return delays.size() / (double) stalls;
    }

    /** The delay that so great a share of those found does not exceed; zero when none was found. */
    Duration delay(double share) {
        if (delays.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    int stalls() {
        return stalls;
    }
}
