package no.synkvakt.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import no.synkvakt.base.StoredJson;
import no.synkvakt.base.UnreadableRow;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A municipality as it is stored: whole as JSON, and the columns that are searched. */
@Entity
@DynamicUpdate
@Table(name = "municipality")
class MunicipalityRow {

    @Id
    String id;

    @Column(nullable = false)
    String name;

    @Nullable
    String number;

    /** Read when it is asked for: what cannot be read keeps nobody from the rest of the row, nor from the rows beside it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "profile", nullable = false)
    String storedProfile;

    @Column(name = "ping_key", nullable = false)
    String pingKey;

    /** The source of its latest event; null before the first. */
    @Nullable
    String feed;

    /** Whether its due times are parked, because that source is not heard. */
    @Column(nullable = false)
    boolean parked;

    /** When the schedule became what it is; null while there has never been one. */
    @Column(name = "scheduled_since")
    @Nullable
    Instant scheduledSince;

    /** When the watcher is to look whether a cycle began as scheduled; null for never. */
    @Column(name = "missed_at")
    @Nullable
    Instant missedAt;

    /** Why the watcher cannot tell whether a cycle began as scheduled; null when it can. */
    @Column(name = "missed_set_aside")
    @Nullable
    String missedSetAside;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    /** What is known of it. Throws {@link UnreadableRow} when that cannot be read. */
    Municipality profile() {
        try {
            @Nullable Municipality profile = StoredJson.read(storedProfile, Municipality.class);
            if (profile != null && profile.isWhole()) {
                return profile;
            }
        } catch (UncheckedIOException e) {
            throw new UnreadableRow(UnreadableRow.Kind.MUNICIPALITY, id, String.valueOf(e.getMessage()));
        }
        throw new UnreadableRow(
                UnreadableRow.Kind.MUNICIPALITY, id, "its profile lacks a name, language, sis, steps or contacts");
    }

    /** The schedule before this; null when there was none, or none that can be read. */
    private @Nullable Schedule formerSchedule() {
        try {
            return profile().schedule();
        } catch (UnreadableRow e) {
            return null;
        }
    }

    void describe(Municipality municipality, Instant now) {
        if (!Objects.equals(formerSchedule(), municipality.schedule())) {
            scheduledSince = now;
        }
        name = municipality.name();
        number = municipality.number();
        storedProfile = StoredJson.write(municipality);
        updatedAt = now;
    }
}
