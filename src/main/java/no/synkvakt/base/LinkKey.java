package no.synkvakt.base;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A secret that links are signed with; all replicas share it. */
@Entity
@Table(name = "link_key")
class LinkKey {

    static final int BYTES = 32;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false)
    byte[] secret;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    /** Whether nothing of it is missing: what is signed with a shorter one can be guessed. */
    boolean isWhole() {
        return secret.length == BYTES;
    }

    @Override
    public String toString() {
        return "a link key";
    }
}
