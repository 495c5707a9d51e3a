package no.synkvakt.cycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An event as it is stored, once for ever. */
@Entity
@Table(name = "event")
class EventRow {

    @Id
    Long seq;

    @Column(nullable = false)
    String source;

    @Column(nullable = false)
    String id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    EventType type;

    @Nullable
    String municipality;

    @Nullable
    String cycle;

    @Nullable
    String step;

    @Column(nullable = false)
    Instant time;

    @Column(name = "received_at", nullable = false)
    Instant receivedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Trouble trouble;

    StepEvent event(String ofCycle) {
        return new StepEvent(source, id, type, ofCycle, step, time, trouble);
    }
}
