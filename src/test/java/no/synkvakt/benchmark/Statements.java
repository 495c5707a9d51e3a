package no.synkvakt.benchmark;

import java.util.List;

/** The statements of Synkvakt's hot paths, as its log shows them. */
final class Statements {

    static final List<String> OF_EVENT = List.of(
            "select 1 from municipality where id = ? for no key update",
            "select * from municipality where id = ?",
            "select count(*) from event where municipality = ? and id = ?",
            "select * from cycle where municipality = ? and state = 'OPEN' fetch first 1 rows only",
            "insert into event (municipality, id, source, type, cycle, step, time, received_at)"
                    + " values (?, ?, '/bare', 'STEP_STARTED', 'bare', 'import-sas', now(), now())"
                    + " on conflict (source, id) do nothing",
            "select * from cycle where municipality = ? and state = 'OPEN' fetch first 1 rows only",
            "select * from event where municipality = ? and cycle = 'single-0'",
            "select * from learned where municipality = ?",
            "select * from silence where until_at > now() and (municipality is null or municipality = ?)",
            "update cycle set due_at = now() + interval '1 hour', steps = steps where municipality = ? and state = 'OPEN'",
            "select * from cycle where municipality = ? order by started_at desc, id desc fetch first 1 rows only",
            "update cycle set state = 'SUPERSEDED', due_at = null where municipality = ? and completed_at is null"
                    + " and pk <> pk and state = 'OPEN'",
            "select * from stall where municipality = ? and state <> 'RESOLVED' fetch first 1 rows only",
            "select * from cycle where municipality = ? and state = 'OPEN' fetch first 1 rows only",
            "select * from stall where municipality = ? and state <> 'RESOLVED' fetch first 1 rows only",
            "select * from cycle where municipality = ? and state = 'OPEN' fetch first 1 rows only",
            "select * from stall where municipality = ? and state <> 'RESOLVED' fetch first 1 rows only",
            "update cycle set due_at = now() + interval '1 hour' where municipality = ? and state = 'OPEN'",
            "update municipality set missed_at = null where id = ? and missed_at is not null");

    private Statements() {}
}
