package no.synkvakt.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.synkvakt.stall.Stall;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What was told of many stalls or outages, read in one statement and without the mails. */
@ApplicationScoped
public class ListedNotices {

    private static final String ABOUT = """
            select id, stall, outage, kind, language, audience, state, recipient, sent_at, message_id, attempts, last_error
            from notice where stall = any(:stalls) or outage = any(:outages) order by created_at, id""";

    private final EntityManager entityManager;

    ListedNotices(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What was told of the stalls, and of the outages they are part of as a whole.
     *
     * @return of each stall, oldest first
     */
    public Map<Stall, List<ListedNotice>> about(List<Stall> stalls) {
        List<ListedNotice> all = about(ids(stalls, stall -> stall.id), ids(stalls, stall -> stall.outage));
        Map<UUID, List<ListedNotice>> byStall = by(ListedNotice::stall, all);
        return stalls.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        stall -> stall.outage == null
                                ? byStall.getOrDefault(stall.id, List.of())
                                : all.stream()
                                        .filter(notice -> isAbout(notice, stall))
                                        .toList()));
    }

    private static boolean isAbout(ListedNotice notice, Stall stall) {
        return stall.id.equals(notice.stall()) || Objects.equals(stall.outage, notice.outage());
    }

    /** What was told of a stall, and not of the outage it is part of as a whole, oldest first. */
    public List<ListedNotice> ofStall(UUID stall) {
        return about(new UUID[] {stall}, new UUID[0]);
    }

    /** What support was told of the outages as a whole; of each outage, oldest first. */
    public Map<UUID, List<ListedNotice>> ofOutages(List<UUID> outages) {
        return by(ListedNotice::outage, about(new UUID[0], outages.toArray(UUID[]::new)));
    }

    private static UUID[] ids(Collection<Stall> stalls, Function<Stall, @Nullable UUID> id) {
        return stalls.stream().map(id).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
    }

    private static Map<UUID, List<ListedNotice>> by(
            Function<ListedNotice, @Nullable UUID> id, List<ListedNotice> notices) {
        return notices.stream().filter(notice -> id.apply(notice) != null).collect(Collectors.groupingBy(id));
    }

    private List<ListedNotice> about(UUID[] stalls, UUID[] outages) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(ABOUT, Object[].class)
                .setParameter("stalls", stalls)
                .setParameter("outages", outages)
                .addScalar("id", UUID.class)
                .addScalar("stall", UUID.class)
                .addScalar("outage", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("language", String.class)
                .addScalar("audience", String.class)
                .addScalar("state", String.class)
                .addScalar("recipient", String.class)
                .addScalar("sent_at", Instant.class)
                .addScalar("message_id", String.class)
                .addScalar("attempts", Integer.class)
                .addScalar("last_error", String.class)
                .setTupleTransformer((row, names) -> notice(row))
                .getResultList();
    }

    private static ListedNotice notice(Object[] row) {
        return new ListedNotice(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (Instant) row[8],
                (String) row[9],
                (Integer) row[10],
                (String) row[11]);
    }
}
