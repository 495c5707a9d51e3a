package no.synkvakt.casework;

import java.time.Instant;
import java.util.Collection;
import no.synkvakt.municipality.Municipality;

/** Something the watcher does at a time that is stored. */
public interface Due {

    /** How much of it is done at once. */
    enum Pace {
        /** Somebody waits for it: when there is much, two do it beside each other. */
        SOON(100, true),
        /** Nobody does: only a little at a time, so that whoever waits for a page does not notice. */
        BY_THE_WAY(8, false);

        /** How many at most are reviewed in one transaction. */
        public final int most;

        public final boolean byTwo;

        Pace(int most, boolean byTwo) {
            this.most = most;
            this.byTwo = byTwo;
        }
    }

    /** What it is done to, for the log. */
    String name();

    /**
     * SQL that selects the ids of municipalities that are due at {@code :now}, the longest overdue first, at most
     * {@code :most}, of {@code :only} unless that is null; it locks their rows and what is due, passing over what others have
     * locked.
     */
    String claim();

    default Pace pace() {
        return Pace.SOON;
    }

    /** These are about to be reviewed one by one: what is only needed for this kind can be read at once. */
    default void readAhead(Collection<String> municipalities) {}

    /** Does it. The caller holds the municipality's lock. */
    void review(Municipality municipality, Instant now);

    /** Takes what cannot be reviewed out of the others' way, without reading it: it may be what is wrong. */
    void setAside(String municipality, String reason, Instant now, Instant until);
}
