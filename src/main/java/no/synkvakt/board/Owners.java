package no.synkvakt.board;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.synkvakt.base.StoredEnum;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.stall.Verdict;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All owners as the board shows them, in one statement. */
@Singleton
class Owners {

    private static final String ALL = """
            select m.id as id, m.name as name, m.number as number, s.id as stall, s.step as step, s.verdict as verdict,
                s.state as state, s.since as since,
                coalesce(s.set_aside, m.missed_set_aside) is not null as aside, s.outage is not null as shared,
                c.started_at as started, c.completed_at as completed,
                coalesce(f.blind_since, a.back_at) as unknown
            from municipality m
            left join stall s on s.municipality = m.id and s.state <> 'RESOLVED'
            left join feed f on f.source = m.feed and f.blind_since is not null
            left join attendance a on a.back_at is not null and m.feed is not null
            left join lateral (
                select started_at, completed_at from cycle
                where municipality = m.id order by started_at desc, id desc limit 1) c on true""";

    private final EntityManager entityManager;
    private final UnreadableRows unreadable;

    Owners(EntityManager entityManager, UnreadableRows unreadable) {
        this.unreadable = unreadable;
        this.entityManager = entityManager;
    }

    /** As they are stored. */
    List<Owner> all() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(ALL, Object[].class)
                .addScalar("id", String.class)
                .addScalar("name", String.class)
                .addScalar("number", String.class)
                .addScalar("stall", UUID.class)
                .addScalar("step", String.class)
                .addScalar("verdict", String.class)
                .addScalar("state", String.class)
                .addScalar("since", Instant.class)
                .addScalar("aside", Boolean.class)
                .addScalar("shared", Boolean.class)
                .addScalar("started", Instant.class)
                .addScalar("completed", Instant.class)
                .addScalar("unknown", Instant.class)
                .setTupleTransformer((row, names) -> owner(row))
                .getResultList();
    }

    /** Without claiming anything of those that this replica could not read of late. */
    List<Owner> asFarAsRead(List<Owner> stored) {
        return stored.stream()
                .map(owner -> unreadable.has(UnreadableRow.Kind.MUNICIPALITY, owner.id()) ? owner.unreadable() : owner)
                .map(owner -> owner.stall() != null
                                && unreadable.has(
                                        UnreadableRow.Kind.STALL, owner.stall().toString())
                        ? owner.setAside()
                        : owner)
                .toList();
    }

    private static Owner owner(Object[] row) {
        UUID stall = (UUID) row[3];
        Instant started = (Instant) row[10];
        Instant completed = (Instant) row[11];
        Instant cycle = completed == null ? started : completed;
        Instant unknown = (Instant) row[12];
        Instant known = stall == null ? cycle : (Instant) row[7];
        @Nullable Verdict verdict = StoredEnum.named(Verdict.class, (String) row[5]);
        return new Owner(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Standing.of(unknown != null, (String) row[6], started != null, started != null && completed == null),
                stall,
                (String) row[4],
                verdict,
                unknown == null ? known : unknown,
                (Boolean) row[8] || (stall != null && verdict == null),
                (Boolean) row[9]);
    }
}
