package no.synkvakt.playbook;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import no.synkvakt.municipality.Sis;
import no.synkvakt.stall.Verdict;

/**
 * The situations an entry is for. A criterion that is left out matches all.
 *
 * @param steps ids of steps
 * @param chain ids of steps any of which is in the owner's chain
 */
@RegisterForReflection
public record Match(Set<String> steps, Set<Sis> sis, Set<Verdict> verdicts, Set<String> chain) {

    static final Match ALL = new Match(Set.of(), Set.of(), Set.of(), Set.of());

    @SuppressWarnings("NullAway") // YAML may leave out any criterion
    public Match {
        steps = steps == null ? Set.of() : Set.copyOf(steps);
        sis = sis == null ? Set.of() : Set.copyOf(sis);
        verdicts = verdicts == null ? Set.of() : Set.copyOf(verdicts);
        chain = chain == null ? Set.of() : Set.copyOf(chain);
    }

    boolean matches(Situation situation) {
        return (steps.isEmpty() || (situation.step() != null && steps.contains(situation.step())))
                && (sis.isEmpty() || sis.contains(situation.sis()))
                && (verdicts.isEmpty() || verdicts.contains(situation.verdict()))
                && (chain.isEmpty() || !Collections.disjoint(chain, situation.chain()));
    }

    /** How many criteria are named: the entry that names most wins. */
    int specificity() {
        return (int) Stream.of(steps, sis, verdicts, chain)
                .filter(named -> !named.isEmpty())
                .count();
    }

    /** Whether there is a situation that both match and neither more specifically. A chain can have steps of both. */
    boolean tiesWith(Match other) {
        return specificity() == other.specificity()
                && meet(steps, other.steps)
                && meet(sis, other.sis)
                && meet(verdicts, other.verdicts);
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }
}
