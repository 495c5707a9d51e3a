package no.synkvakt.cycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import no.synkvakt.base.StoredJson;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An event as it is stored, once for ever. What it says is nothing to this version when it is of a type that it does not know. */
@Entity
@Table(name = "event")
@SQLRestriction("type in ('CYCLE_STARTED', 'CYCLE_COMPLETED', 'STEP_STARTED', "
        + "'STEP_COMPLETED', 'STEP_FAILED', 'STEP_HELD', 'HEARTBEAT')")
class EventRow {

    private static final Logger LOG = Logger.getLogger(EventRow.class);

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
    @Column(name = "trouble")
    @Nullable
    String storedTrouble;

    CycleName ofCycle() {
        return new CycleName(Objects.requireNonNull(municipality), Objects.requireNonNull(cycle));
    }

    StepEvent event() {
        return new StepEvent(source, id, type, Objects.requireNonNull(cycle), step, time, trouble());
    }

    /** It explains, it decides nothing: without it the event is as good. */
    private @Nullable Trouble trouble() {
        try {
            return storedTrouble == null ? null : StoredJson.read(storedTrouble, Trouble.class);
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "What the event %s of %s tells of trouble cannot be read", id, source);
            return null;
        }
    }
}
