package no.synkvakt.casework;

/** The condition, in SQL, of all who judge owners by the clock. */
public final class Known {

    private Known() {}

    /**
     * That what had happened by the time is known of a municipality: its engine is heard, or its engine's database has been looked at
     * since.
     *
     * @param time a column; the municipality is {@code m}
     */
    static String by(String time) {
        return " not exists (select 1 from feed f where f.source = m.feed and f.blind_since is not null) and "
                + seenBy(time);
    }

    /** That no next look at its engine's database has to be waited for. */
    public static String seenBy(String time) {
        return "not exists (select 1 from look l where l.source = m.feed and (l.looked_at is null or l.looked_at < "
                + time + ")) ";
    }
}
