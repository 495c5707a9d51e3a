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

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false)
    byte[] secret;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Override
    public String toString() {
        return "a link key";
    }
}
