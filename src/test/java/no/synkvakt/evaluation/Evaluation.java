package no.synkvakt.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way of setting limits, put to the test on all nights of one seed. */
final class Evaluation {

    static final int NIGHTS = 400;

    static final String HEAD = """
            | limits | seed | false alarms per owner and year | true stalls found | median delay | 95 % within | mails to support per outage | to each admin | per recipient (without grouping) |
            |---|---|---|---|---|---|---|---|---|""";

    private final Limits limits;
    private final List<Watcher> watchers;
    final Score score;
    final Mails grouped = Mails.grouped();
    final Mails ungrouped = Mails.ungrouped();

    private Evaluation(Limits limits, List<Watched> owners) {
        this.limits = limits;
        watchers = owners.stream().map(owner -> new Watcher(owner, limits)).toList();
        score = new Score(owners.size());
    }

    /** Lets each way of setting limits watch the same nights. */
    static List<Evaluation> of(long seed, List<Limits> each, List<Watched> owners, int nights) {
        List<Evaluation> evaluations =
                each.stream().map(limits -> new Evaluation(limits, owners)).toList();
        Generator generator = new Generator(seed, owners);
        for (int number = 0; number < nights; number++) {
            List<TrueNight> night = generator.night(number);
            evaluations.parallelStream().forEach(evaluation -> evaluation.watch(night));
        }
        return evaluations;
    }

    private void watch(List<TrueNight> night) {
        List<Alarm> alarms = new ArrayList<>();
        for (int owner = 0; owner < watchers.size(); owner++) {
            alarms.addAll(watchers.get(owner).watch(night.get(owner)));
        }
        score.count(night, alarms);
        grouped.count(alarms);
        ungrouped.count(alarms);
    }

    /** A row of the table under {@link #HEAD}. */
    String row(long seed) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f %% | %s | %s | %.2f | %.2f | %.2f (%.2f) |",
                limits.name(),
                seed,
                score.falseAlarmsPerOwnerAndYear(),
                100 * score.found(),
                minutes(score.delay(0.5)),
                minutes(score.delay(0.95)),
                grouped.perOutageToSupport(),
                grouped.perOutageToAdmin(),
                grouped.perOutageAndRecipient(),
                ungrouped.perOutageAndRecipient());
    }

    static String minutes(Duration duration) {
        return Math.round(duration.toSeconds() / 60.0) + " min";
    }
}
