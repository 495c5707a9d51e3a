package no.synkvakt.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The evaluation: which way of setting limits judges best. Run by {@code mvn -B test -Dtest=JudgementTest -Devaluation=true}. The
 * learned rule was tuned on seed 1; the seeds of the report are others.
 */
@EnabledIfSystemProperty(
        named = "evaluation",
        matches = ".+",
        disabledReason = "takes minutes: the README has the command")
class JudgementTest {

    @Test
    void allOwnersForFourHundredNights() {
        List<Watched> owners = Watched.allOfNorway();
        StringBuilder table = new StringBuilder(Evaluation.HEAD);
        long[] seeds = LongStream.of(Long.getLong("evaluation.seed", 0))
                .filter(seed -> seed > 0)
                .toArray();
        for (long seed : seeds.length == 0 ? new long[] {11, 12, 13} : seeds) {
            for (Evaluation evaluation : Evaluation.of(seed, Limits.ALL, owners, Evaluation.NIGHTS)) {
                table.append('\n').append(evaluation.row(seed));
                assertThat(evaluation.score.stalls()).isPositive();
            }
        }
        table.append("\n\n").append(Arrivals.HEAD);
        for (Arrivals series : List.of(
                Arrivals.read("robot-daily", LocalDate.of(2022, 4, 17)),
                Arrivals.read("people-daily", LocalDate.of(2022, 5, 31)))) {
            Limits.ALL.forEach(limits -> table.append('\n').append(series.row(limits)));
        }
        System.out.println(table);
    }
}
