package no.synkvakt.faults;

import java.util.List;

/**
 * What a fault has done, counted against what had to come of it.
 *
 * @param lost stalls that were not found and mails that nobody got
 * @param doubled stalls found twice, and mails that came again as another mail: there may be none
 * @param repeated mails that came again as the same mail, with its Message-ID
 */
record Audit(List<String> lost, List<String> doubled, List<String> repeated) {

    void add(Audit other) {
        lost.addAll(other.lost);
        doubled.addAll(other.doubled);
        repeated.addAll(other.repeated);
    }

    boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty();
    }

    @Override
    public String toString() {
        return "lost: " + lost + ", doubled: " + doubled + ", repeated: " + repeated;
    }
}
