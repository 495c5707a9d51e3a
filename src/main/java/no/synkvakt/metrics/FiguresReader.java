package no.synkvakt.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import no.synkvakt.casework.Known;

/** Reads the figures. It costs what is due, open and unsent, by the indexes that the watcher and the sender use. */
@ApplicationScoped
class FiguresReader {

    private static final String BACKLOG = """
            select
              greatest((select %1$s from cycle c where due_at <= :now and %6$s), (select %5$s from municipality c where missed_at <= :now and %7$s)) as overdue_cycle,
              (select %2$s from stall c where act_at <= :now and %8$s) as overdue_stall,
              (select %3$s from notice
                where state = 'LEASED' or state = 'PENDING' and (attempts > 0 or send_at <= :now)) as unsent,
              (select %4$s from (select received_at from event order by seq desc limit 1) latest) as silence,
              (select count(*) from cycle where state = 'OPEN' and set_aside is not null)
                + (select count(*) from municipality where missed_set_aside is not null) as cycles_aside,
              (select count(*) from stall where state <> 'RESOLVED' and (set_aside is not null
                or verdict not in ('NOT_STARTED', 'OVERRUN', 'FAILED', 'HELD', 'MISSED')
                or state not in ('OPEN', 'ACKNOWLEDGED', 'ESCALATED'))) as stalls_aside,
              (select count(*) from silence
                where until_at > :now and ended_at is null and kind not in ('SILENCE', 'MAINTENANCE')) as silences_aside,
              (select count(*) from notice n join stall s on s.id = n.stall
                where s.state <> 'RESOLVED' and n.state = 'FAILED')
                + (select count(*) from notice n join outage o on o.id = n.outage
                where o.over_at is null and n.state = 'FAILED') as given_up,
              (select count(*) from outage where over_at is null) as outages,
              (select count(*) from outage o join stall s on s.outage = o.id
                where o.over_at is null and s.state <> 'RESOLVED') as outage_owners,
              (select count(*) from feed where told and blind_since is not null and back_at is null) as feeds_silent,
              (select count(*) from feed f join municipality m on m.feed = f.source
                where f.blind_since is not null) as owners_unheard,
              (select count(*) from look where failed_at is not null) as feeds_failing,
              (select coalesce(sum(cast(reason ->> 'rows' as bigint)), 0) from look
                cross join jsonb_array_elements(
                    case jsonb_typeof(set_aside) when 'array' then set_aside else '[]' end) reason) as rows_aside
            """.formatted(
                    age("due_at"),
                    age("act_at"),
                    age("case when attempts = 0 then send_at else created_at end"),
                    age("received_at"),
                    age("missed_at"),
                    known("c.municipality", "c.due_at"),
                    known("c.id", "c.missed_at"),
                    known("c.municipality", "c.act_at"));

    private static final String OPEN = """
            select coalesce(step, 'none') as step, verdict, count(*) as stalls from stall
            where state <> 'RESOLVED' group by step, verdict""";

    private final EntityManager entityManager;

    FiguresReader(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Transactional
    Figures read(Instant now) {
        Tuple backlog = (Tuple) entityManager
                .createNativeQuery(BACKLOG, Tuple.class)
                .setParameter("now", now)
                .getSingleResult();
        return new Figures(
                number(backlog, "overdue_cycle").doubleValue(),
                number(backlog, "overdue_stall").doubleValue(),
                number(backlog, "unsent").doubleValue(),
                number(backlog, "silence").doubleValue(),
                number(backlog, "cycles_aside").longValue(),
                number(backlog, "stalls_aside").longValue(),
                number(backlog, "silences_aside").longValue(),
                number(backlog, "given_up").longValue(),
                number(backlog, "outages").longValue(),
                number(backlog, "outage_owners").longValue(),
                number(backlog, "feeds_silent").longValue(),
                number(backlog, "owners_unheard").longValue(),
                number(backlog, "feeds_failing").longValue(),
                number(backlog, "rows_aside").longValue(),
                openStalls());
    }

    @SuppressWarnings("unchecked")
    private List<Figures.OpenStalls> openStalls() {
        List<Tuple> rows = entityManager.createNativeQuery(OPEN, Tuple.class).getResultList();
        return rows.stream()
                .map(row -> new Figures.OpenStalls(
                        row.get("step", String.class),
                        row.get("verdict", String.class),
                        number(row, "stalls").longValue()))
                .toList();
    }

    private static String age(String since) {
        return "coalesce(greatest(extract(epoch from cast(:now as timestamptz) - min(%s)), 0), 0)".formatted(since);
    }

    /** What is due after the last look at its engine's database waits for the next, and not for the watcher. */
    private static String known(String owner, String due) {
        return "exists (select 1 from municipality m where m.id = " + owner + " and " + Known.seenBy(due) + ")";
    }

    private static Number number(Tuple row, String name) {
        return row.get(name, Number.class);
    }
}
