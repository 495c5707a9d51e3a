package no.synkvakt.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.base.StoredJson;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.municipality.Language;
import no.synkvakt.stall.Stall;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient, from the moment it is owed. Written once; from then on only {@link Outbox} and {@link Deliveries}
 * change it, by updates on the condition that it is still as their author believes; no rows, and somebody else was there first.
 */
@Entity
@DynamicUpdate
@Table(name = "notice")
public class Notice {

    @Id
    public UUID id;

    /** Whom it is about; null when it is not of one municipality. */
    @Nullable
    public String municipality;

    @Nullable
    public UUID stall;

    /** The outage it is about as a whole; null for what is told of one of its stalls. */
    @Nullable
    public UUID outage;

    /** The silent source that it is about. */
    @Nullable
    public String feed;

    @Column(nullable = false)
    public NoticeKind kind;

    @Column(name = "kind", insertable = false, updatable = false)
    @Nullable
    String storedKind;

    @Column(name = "audience", nullable = false)
    public Role role;

    /** The address; null once it has been erased with its municipality. */
    @Nullable
    public String recipient;

    @Column(nullable = false)
    public Language language;

    @Column(name = "language", insertable = false, updatable = false)
    @Nullable
    String storedLanguage;

    /** Read when it is asked for: what cannot be read keeps nobody from the rest of the row, nor from the rows beside it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "facts", nullable = false)
    String storedFacts;

    /** Whoever writes a letter asks for them often. */
    @Transient
    private @Nullable Facts readFacts;

    @Column(name = "message_id", nullable = false)
    public String messageId;

    /** The Message-ID of the first mail about the stall; null for that mail itself. */
    @Nullable
    public String answers;

    @Column(nullable = false)
    public NoticeState state;

    @Column(name = "send_at", nullable = false)
    public Instant sendAt;

    public int attempts;

    @Nullable
    public UUID lease;

    @Column(name = "leased_until")
    @Nullable
    public Instant leasedUntil;

    @Column(name = "sent_at")
    @Nullable
    public Instant sentAt;

    /** The mail's bytes (RFC 5322), from its first lease on. */
    public byte @Nullable [] message;

    @Column(name = "last_error")
    @Nullable
    public String lastError;

    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    /** The all-clear that this alarm is owed and has been given. */
    @Column(name = "all_clear")
    @Nullable
    public UUID allClear;

    /** What it tells. Throws {@link java.io.UncheckedIOException} when that cannot be read. */
    public Facts facts() {
        if (readFacts == null) {
            readFacts = StoredJson.read(storedFacts, Facts.class);
        }
        return readFacts;
    }

    /** What of it cannot be read, beside its facts; empty when all can. */
    public Optional<String> unreadable() {
        List<String> broken = new ArrayList<>();
        if (kind == null) {
            broken.add("kind " + storedKind);
        }
        if (language == null) {
            broken.add("language " + storedLanguage);
        }
        if (role == null) {
            broken.add("audience");
        }
        if (state == null) {
            broken.add("state");
        }
        return broken.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", broken));
    }

    /** Itself. Throws {@link UnreadableRow} when it cannot be read. */
    public Notice readable() {
        unreadable().ifPresent(broken -> {
            throw new UnreadableRow(UnreadableRow.Kind.NOTICE, id.toString(), broken);
        });
        return this;
    }

    void tells(Facts facts) {
        storedFacts = StoredJson.write(facts);
        readFacts = null;
    }

    /** Whether it is about the stall, or about the outage that is part of. */
    public boolean isAbout(Stall known) {
        return known.id.equals(stall) || (outage != null && outage.equals(known.outage));
    }

    boolean isTo(Role whom, String address) {
        return role == whom && address.equalsIgnoreCase(recipient);
    }
}
