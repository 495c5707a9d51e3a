package no.synkvakt.casework;

/**
 * What is kept for a time only. Each statement lets some rows go whose time was over {@code :before}, no more than
 * {@code :most} at once, and tells how many; rows that somebody else has locked it leaves for the next time.
 *
 * <p>Nothing goes that is still at work: an open stall and what was told of it, a notice not yet sent, an open cycle, a
 * municipality's last cycle, by which it is seen that the next does not begin.
 */
public enum Kept {
    /** Cycles, with their events: without these a late report would make another cycle of them. One municipality at a time. */
    CYCLES("""
            with owner as (
                select m.id, (select l.pk from cycle l where l.municipality = m.id
                        order by l.started_at desc, l.id desc limit 1) as latest
                from municipality m
                where exists (
                    select 1 from cycle c where c.municipality = m.id and c.state <> 'OPEN' and c.started_at < :before
                        and c.pk <> (select l.pk from cycle l where l.municipality = m.id
                            order by l.started_at desc, l.id desc limit 1))
                order by m.id limit 1 for no key update of m skip locked),
            gone as (
                delete from cycle where pk in (
                    select c.pk from cycle c join owner o on c.municipality = o.id
                    where c.state <> 'OPEN' and c.started_at < :before and c.pk <> o.latest
                    order by c.started_at limit :most)
                returning municipality, id),
            events as (
                delete from event e using gone g where e.municipality = g.municipality and e.cycle = g.id)
            select count(*) from gone"""),

    /** Heartbeats of engines: by them a heartbeat that is sent twice is known. */
    HEARTBEATS("""
            with gone as (
                delete from event where seq in (
                    select seq from event where municipality is null and received_at < :before
                    order by received_at limit :most for update skip locked)
                returning 1)
            select count(*) from gone"""),

    /** Addresses in mails, and what stood in them. That somebody was mailed of something stays. */
    MAILS("""
            with gone as (
                update notice set recipient = null, message = null, last_error = null, facts = '{}' where id in (
                    select n.id from notice n
                    where n.created_at < :before and n.state not in ('PENDING', 'LEASED') and n.recipient is not null
                        and not exists (select 1 from stall s where s.id = n.stall and s.state <> 'RESOLVED')
                        and not exists (select 1 from outage o where o.id = n.outage and o.over_at is null)
                    order by n.created_at limit :most for update skip locked)
                returning 1)
            select count(*) from gone"""),

    /** Stalls that are over, with their notices. */
    STALLS("""
            with gone as (
                delete from stall where id in (
                    select s.id from stall s
                    where s.state = 'RESOLVED' and s.resolved_at < :before
                        and not exists (
                            select 1 from notice n where n.stall = s.id and n.state in ('PENDING', 'LEASED'))
                    order by s.resolved_at limit :most for update skip locked)
                returning id),
            told as (
                delete from notice n using gone g where n.stall = g.id)
            select count(*) from gone"""),

    /** Outages that are over and none of whose stalls is left. */
    OUTAGES("""
            with gone as (
                delete from outage where id in (
                    select o.id from outage o
                    where o.over_at < :before and not exists (select 1 from stall s where s.outage = o.id)
                    order by o.over_at limit :most for update skip locked)
                returning 1)
            select count(*) from gone"""),

    /** Notices of no stall: of outages, silent engines, contacts that cannot be mailed, and tests. */
    OTHER_NOTICES("""
            with gone as (
                delete from notice where id in (
                    select n.id from notice n
                    where n.created_at < :before and n.stall is null and n.state not in ('PENDING', 'LEASED')
                        and not exists (select 1 from outage o where o.id = n.outage)
                    order by n.created_at limit :most for update skip locked)
                returning 1)
            select count(*) from gone"""),

    /** Silences and maintenance windows that are over. */
    SILENCES("""
            with gone as (
                delete from silence where id in (
                    select id from silence where until_at < :before and apply_at is null
                    order by until_at limit :most for update skip locked)
                returning 1)
            select count(*) from gone"""),

    /** The audit trail. */
    AUDIT("""
            with gone as (
                delete from audit where id in (
                    select id from audit where at < :before order by at limit :most for update skip locked)
                returning 1)
            select count(*) from gone""");

    private final String letGo;

    Kept(String letGo) {
        this.letGo = letGo;
    }

    String letGo() {
        return letGo;
    }
}
