package no.synkvakt.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells cheaply whether what a page shows has changed, for any number of pages in one statement. Every change of a row gives
 * it a higher {@code xmin}. Of the years behind an owner only the latest cycles are looked at, more than its page shows.
 */
@ApplicationScoped
class Fingerprints {

    private static final String OF_TOPICS = """
            select 'BOARD', '', concat_ws('-',
                (select max(seq) from event),
                (select count(*) from municipality),
                (select max(updated_at) from municipality),
                (select count(*) from stall where state <> 'RESOLVED'),
                (select sum(cast(cast(xmin as text) as bigint)) from stall where state <> 'RESOLVED'),
                (select sum(cast(cast(xmin as text) as bigint)) from outage where over_at is null),
                (select string_agg(concat(md5(source), blind_since, back_at), '-' order by source) from feed
                    where blind_since is not null),
                (select back_at from attendance))
            where :board
            union all
            select 'STALL', cast(s.id as text), concat_ws('-', s.xmin,
                (select sum(cast(cast(n.xmin as text) as bigint)) from notice n where n.stall = s.id),
                (select sum(cast(cast(n.xmin as text) as bigint)) from notice n where n.outage = s.outage),
                (select c.xmin from cycle c where c.municipality = s.municipality and c.id = s.cycle),
                (select m.xmin from municipality m where m.id = s.municipality),
                (select f.blind_since from municipality m join feed f on f.source = m.feed where m.id = s.municipality),
                (select back_at from attendance))
            from stall s where s.id in (:stalls)
            union all
            select 'OUTAGE', cast(o.id as text), concat_ws('-', o.xmin,
                (select sum(cast(cast(n.xmin as text) as bigint)) from notice n where n.outage = o.id),
                (select sum(cast(cast(s.xmin as text) as bigint)) from stall s where s.outage = o.id))
            from outage o where o.id in (:outages)
            union all
            select 'MUNICIPALITY', m.id, concat_ws('-', m.xmin,
                (select s.xmin from stall s where s.municipality = m.id and s.state <> 'RESOLVED'),
                (select sum(cast(cast(c.xmin as text) as bigint)) from (select xmin from cycle
                    where municipality = m.id order by started_at desc, id desc limit 30) c),
                (select f.blind_since from feed f where f.source = m.feed),
                (select back_at from attendance))
            from municipality m where m.id in (:municipalities)""";

    private static final UUID NO_ID = new UUID(0, 0);

    private final EntityManager entityManager;

    Fingerprints(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** That of the topic; empty when it is not there. */
    String of(Topic topic) {
        return of(Set.of(topic)).getOrDefault(topic, "");
    }

    /** Those of the topics that are there. */
    @Transactional
    Map<Topic, String> of(Set<Topic> topics) {
        List<?> rows = entityManager
                .createNativeQuery(OF_TOPICS)
                .setParameter("board", topics.contains(Topic.BOARD))
                .setParameter("stalls", orNone(ids(topics, Topic.Kind.STALL).map(UUID::fromString), NO_ID))
                .setParameter("outages", orNone(ids(topics, Topic.Kind.OUTAGE).map(UUID::fromString), NO_ID))
                .setParameter("municipalities", orNone(ids(topics, Topic.Kind.MUNICIPALITY), ""))
                .getResultList();
        Map<Topic, String> fingerprints = new HashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            Topic topic = new Topic(Topic.Kind.valueOf((String) row[0]), (String) row[1]);
            fingerprints.put(topic, String.valueOf(row[2]).replaceAll("\\W+", "-"));
        }
        return fingerprints;
    }

    private static Stream<String> ids(Set<Topic> topics, Topic.Kind kind) {
        return topics.stream().filter(topic -> topic.kind() == kind).map(Topic::id);
    }

    /** SQL knows no empty list. */
    private static <T> List<T> orNone(Stream<T> ids, T none) {
        List<T> list = ids.toList();
        return list.isEmpty() ? List.of(none) : list;
    }
}
