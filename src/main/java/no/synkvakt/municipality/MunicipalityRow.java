package no.synkvakt.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A municipality as it is stored: whole as JSON, and the columns that are searched. */
@Entity
@Table(name = "municipality")
class MunicipalityRow {

    @Id
    String id;

    @Column(nullable = false)
    String name;

    @Nullable
    String number;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    Municipality profile;

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

    /** Why the watcher cannot tell whether a cycle began as scheduled; null when it can. */
    @Column(name = "missed_set_aside", insertable = false, updatable = false)
    @Nullable
    String missedSetAside;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    void describe(Municipality municipality, Instant now) {
        if (!Objects.equals(profile.schedule(), municipality.schedule())) {
            scheduledSince = now;
        }
        name = municipality.name();
        number = municipality.number();
        profile = municipality;
        updatedAt = now;
    }
}
