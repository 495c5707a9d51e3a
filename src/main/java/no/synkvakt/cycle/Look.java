package no.synkvakt.cycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import no.synkvakt.base.StoredJson;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an engine's database showed when it was looked at last. */
@Entity
@Table(name = "look")
public class Look {

    private static final String SOURCES = "/feed/";

    /** Of the events that its rows make. */
    @Id
    public String source;

    /** When it is to be looked at again. */
    @Column(name = "next_at", nullable = false)
    public Instant nextAt;

    /** When the last look began that showed anything; null when none has. What has happened since is not known. */
    @Column(name = "looked_at")
    @Nullable
    public Instant lookedAt;

    /** By which query; null when none has shown anything. */
    @Nullable
    public String query;

    /** The last look after that which failed; null when none has failed since. */
    @Column(name = "failed_at")
    @Nullable
    public Instant failedAt;

    /** Why, in the database's words. */
    @Nullable
    public String error;

    /** How many rows there were. */
    public int rows;

    /** The last look whose rows made events that were new; null when none has. */
    @Column(name = "news_at")
    @Nullable
    public Instant newsAt;

    /** How many there were then. */
    public int events;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "set_aside", nullable = false)
    String storedSetAside;

    /** The source of the events that the rows of a feed of that name make. */
    public static String source(String feed) {
        return SOURCES + feed;
    }

    /** Whether it is that of a database, and not of an engine that reports. */
    public static boolean isSource(String source) {
        return source.startsWith(SOURCES);
    }

    /** What could not be taken, and why. Throws {@link java.io.UncheckedIOException} when that cannot be read. */
    public List<SetAside> setAside() {
        return StoredJson.readList(storedSetAside, SetAside.class);
    }

    /** A look that ends after a later one has nothing to add. */
    private boolean isOutdated(Instant at) {
        return lookedAt != null && at.isBefore(lookedAt);
    }

    void ended(Instant at, String by, int rowsFound, int eventsAdded, List<SetAside> notTaken) {
        if (isOutdated(at)) {
            return;
        }
        lookedAt = at;
        query = by;
        failedAt = null;
        error = null;
        rows = rowsFound;
        if (eventsAdded > 0) {
            newsAt = at;
            events = eventsAdded;
        }
        storedSetAside = StoredJson.write(notTaken);
    }

    void failed(Instant at, String why) {
        if (!isOutdated(at)) {
            failedAt = at;
            error = why;
        }
    }
}
