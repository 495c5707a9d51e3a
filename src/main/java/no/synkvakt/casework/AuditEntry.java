package no.synkvakt.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody has done. */
@Entity
@Table(name = "audit")
public class AuditEntry {

    @Id
    public UUID id;

    @Column(nullable = false)
    public Instant at;

    /** Who did it: the name of an API key or of a person; {@code admin} for whoever holds a municipality's signed link. */
    @Column(name = "by_whom", nullable = false)
    public String by;

    /** The name of a {@link Deed}, or of one that only a newer version knows. */
    @Column(nullable = false)
    public String deed;

    /** The id of the municipality it concerns; null when it concerns all, or none. */
    @Nullable
    public String municipality;

    /** What it was done to, where that is not the municipality: the id of a stall or a silence, the source of an engine. */
    @Nullable
    public String subject;

    /** What it was about, such as the names of the fields that changed; never what a person wrote, nor an address. */
    @Nullable
    public String detail;

    /** What can be done. */
    public enum Deed {
        MUNICIPALITY_CREATED,
        MUNICIPALITY_CHANGED,
        MUNICIPALITY_DELETED,
        PING_KEY_RENEWED,
        TEST_MAIL_SENT,
        STALL_ACKNOWLEDGED,
        STALL_ESCALATED,
        /** Reminders about a stall were put off. */
        STALL_SILENCED,
        SILENCE_MADE,
        SILENCE_ENDED,
        FEED_FORGOTTEN
    }
}
