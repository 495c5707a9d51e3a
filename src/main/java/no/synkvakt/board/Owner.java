package no.synkvakt.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One owner on the board.
 *
 * @param stall its open stall, or the one last known of; null when it has none
 * @param step the id of the step that stands still; null when none does, or no cycle began
 * @param since since when it stands so; null when it was never seen
 * @param isSetAside whether the clock cannot act on its open stall, or tell whether its cycle began, for now
 * @param isPartOfOutage whether its open stall is one of several with one cause
 */
record Owner(
        String id,
        String name,
        @Nullable String number,
        Standing standing,
        @Nullable UUID stall,
        @Nullable String step,
        @Nullable Verdict verdict,
        @Nullable Instant since,
        boolean isSetAside,
        boolean isPartOfOutage) {

    /** The group of stalls that have no step: no new cycle began. */
    static final String MISSED = "missed";

    /** With what its name is sorted by, which is made once. */
    private record Sorted(Owner owner, String name) {

        static final Comparator<Sorted> WORST_FIRST = Comparator.comparing((Sorted one) -> one.owner.standing)
                .thenComparing(Sorted::name)
                .thenComparing(one -> one.owner.id);
    }

    /** The worst first, then by name as Norwegian sorts it. */
    static List<Owner> worstFirst(Stream<Owner> owners) {
        return owners.map(owner -> new Sorted(owner, owner.sortName()))
                .sorted(Sorted.WORST_FIRST)
                .map(Sorted::owner)
                .toList();
    }

    /** The same owner, of which nothing can be read. */
    Owner unreadable() {
        return new Owner(id, name, number, Standing.UNKNOWN, stall, step, verdict, since, true, isPartOfOutage);
    }

    /** The same owner, on which the clock cannot act for now. */
    Owner setAside() {
        return new Owner(id, name, number, standing, stall, step, verdict, since, true, isPartOfOutage);
    }

    /** What it is counted under among the stalls; empty when it is not stalled, or not known to be. */
    String group() {
        return stall == null || !standing.isStalled() ? "" : step == null ? MISSED : step;
    }

    /** Whether the words a person searches for are in its name or id, or are its number. */
    boolean isFoundBy(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).contains(wanted) || id.contains(wanted) || wanted.equals(number);
    }

    /**
     * "Aa" is an å. Own code because the JDK's rules for Norwegian are in a module that a native executable leaves out.
     */
    private String sortName() {
        return name.toLowerCase(Locale.ROOT)
                .replace("aa", "å")
                .replace('æ', '\ufff0')
                .replace('ä', '\ufff0')
                .replace('ø', '\ufff1')
                .replace('ö', '\ufff1')
                .replace('å', '\ufff2')
                .replace('á', 'a')
                .replace('š', 's')
                .replace('ŋ', 'n')
                .replace('đ', 'd');
    }
}
