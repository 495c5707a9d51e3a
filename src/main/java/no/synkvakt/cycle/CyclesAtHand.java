package no.synkvakt.cycle;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The cycles that a transaction has asked for by their names: none is asked for twice. The caller holds the municipality's lock,
 * so nobody else changes them meanwhile.
 */
@TransactionScoped
class CyclesAtHand implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient Map<Name, CycleRow> known = new HashMap<>();

    private record Name(String municipality, String id) {}

    /** The cycle, by the search given where it is not at hand. One that is not there is searched for again. */
    Optional<CycleRow> get(String municipality, String id, Supplier<Optional<CycleRow>> search) {
        return Optional.ofNullable(known.computeIfAbsent(
                new Name(municipality, id), name -> search.get().orElse(null)));
    }
}
