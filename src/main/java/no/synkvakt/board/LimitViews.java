package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.Expectations;
import no.synkvakt.cycle.ShadowTally;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.Wording;
import org.jspecify.annotations.Nullable;

/** Says how long each step may take at a municipality now, and why; to operators and support, what is tried beside it. */
@Singleton
class LimitViews {

    /** How many nights are looked back on. */
    private static final int NIGHTS = 30;

    private final Expectations expectations;
    private final Cycles cycles;
    private final StepCatalogue catalogue;

    LimitViews(Expectations expectations, Cycles cycles, StepCatalogue catalogue) {
        this.expectations = expectations;
        this.cycles = cycles;
        this.catalogue = catalogue;
    }

    Limits of(Municipality municipality, Reader reader, Instant now) {
        Wording wording = new Wording(municipality.language());
        Expectations.OfSteps expected = expectations.of(municipality);
        List<Cycle> nights = reader == Reader.STAFF ? cycles.last(municipality.id(), NIGHTS) : List.of();
        return new Limits(municipality.steps().stream()
                .map(step -> row(step, expected.of(step, now), reader, nights, wording))
                .toList());
    }

    private Limits.Row row(String step, Expectation expected, Reader reader, List<Cycle> nights, Wording wording) {
        @Nullable Expectation shadow = reader == Reader.STAFF ? expected.shadow() : null;
        return new Limits.Row(
                catalogue.labelOf(step),
                mayTake(expected, wording),
                shadow == null ? null : tried(shadow, ShadowTally.of(step, nights), wording));
    }

    private static String mayTake(Expectation expected, Wording wording) {
        LimitMessages words = wording.sentences(LimitMessages.class);
        String limit = wording.duration(expected.duration());
        return switch (expected.basis()) {
            case CONFIGURED -> limit;
            case OVERRIDDEN -> words.own(limit);
            case LEARNED ->
                expected.median() == null
                        ? limit
                        : words.learned(limit, String.valueOf(expected.samples()), wording.duration(expected.median()));
        };
    }

    private static String tried(Expectation shadow, ShadowTally tally, Wording wording) {
        LimitMessages words = wording.sentences(LimitMessages.class);
        String runs = String.valueOf(tally.runs());
        String limit = words.tried(mayTake(shadow, wording));
        if (tally.runs() == 0) {
            return limit;
        }
        return limit + " "
                + (tally.alarms() == 0
                        ? words.quiet(runs)
                        : words.alarms(runs, String.valueOf(tally.alarms()), String.valueOf(tally.falseAlarms())));
    }
}
