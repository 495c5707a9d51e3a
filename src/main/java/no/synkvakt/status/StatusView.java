package no.synkvakt.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.synkvakt.casework.MunicipalityState;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.Shadow;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.StepState;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.RefusedAddresses.RefusedAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality stands, as the API shows it.
 *
 * @param cycle its latest cycle; null when none was ever reported
 * @param refusedContacts the contacts whose mail server refuses them, and since when; left out when there are none
 * @param setAside why the watcher cannot process the cycle, or tell whether one began, and tries it again later; left out when it can
 * @param stall the one that is not resolved; null when there is none
 */
@RegisterForReflection
record StatusView(
        String municipality,
        MunicipalityState state,
        @Nullable CycleView cycle,
        @Nullable StallView stall,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedAddress> refusedContacts,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String setAside) {

    /** A cycle as the API shows it. */
    @RegisterForReflection
    record CycleView(String id, Instant startedAt, @Nullable Instant completedAt, List<StepView> steps) {

        static CycleView of(Cycle cycle, StepCatalogue catalogue) {
            return new CycleView(
                    cycle.id(),
                    cycle.startedAt(),
                    cycle.completedAt(),
                    cycle.steps().stream()
                            .map(run -> StepView.of(run, catalogue))
                            .toList());
        }
    }

    /**
     * A step of a cycle as the API shows it.
     *
     * @param learned what a learned limit would say, which does not hold; left out when there is none
     */
    @RegisterForReflection
    record StepView(
            String step,
            String label,
            StepState state,
            @Nullable Instant readyAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            boolean inferred,
            @Nullable Instant dueAt,
            ExpectedView expected,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LearnedView learned,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Trouble trouble) {

        static StepView of(StepRun run, StepCatalogue catalogue) {
            return new StepView(
                    run.step(),
                    catalogue.labelOf(run.step()),
                    run.state(),
                    run.readyAt(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.inferred(),
                    run.dueAt(),
                    ExpectedView.of(run.expected()),
                    Shadow.of(run).map(LearnedView::of).orElse(null),
                    run.trouble());
        }
    }

    /**
     * How long a step may take, and why.
     *
     * @param median how long it usually takes; left out unless the limit was learned
     * @param spread how far from that its runs usually are; left out unless the limit was learned
     * @param paused how long of maintenance does not count; left out when there was none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExpectedView(
            Duration duration,
            Expectation.Basis basis,
            int samples,
            @Nullable Duration median,
            @Nullable Duration spread,
            @Nullable Duration paused) {

        static ExpectedView of(Expectation expected) {
            return new ExpectedView(
                    expected.duration(),
                    expected.basis(),
                    expected.samples(),
                    expected.median(),
                    expected.spread(),
                    expected.paused());
        }
    }

    /**
     * What a learned limit would say of a step, while it is only tried.
     *
     * @param outcome what it would have made of the run; left out until that is known
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LearnedView(
            Duration limit,
            Instant dueAt,
            int samples,
            @Nullable Duration median,
            @Nullable Duration spread,

            Shadow.@Nullable Outcome outcome) {

        static LearnedView of(Shadow shadow) {
            Expectation limit = shadow.limit();
            return new LearnedView(
                    limit.duration(),
                    shadow.dueAt(),
                    limit.samples(),
                    limit.median(),
                    limit.spread(),
                    shadow.outcome());
        }
    }
}
