package no.synkvakt.benchmark;

import java.util.List;

/** The statements of Synkvakt's hot paths, as its log shows them. */
final class Statements {

    static final List<String> OF_EVENT = List.of(
            "select * from municipality where id = ? for no key update",
            "select * from cycle where municipality = ? and id = 'single-0' fetch first 1 rows only",
            "insert into event (municipality, id, source, type, cycle, step, time, received_at)"
                    + " values (?, ?, '/bare', 'STEP_STARTED', 'bare', 'import-sas', now(), now())"
                    + " on conflict (source, id) do nothing",
            "select * from event where municipality = ? and cycle = 'single-0'",
            "select * from learned where municipality = ?",
            "select * from silence where until_at > now() and (municipality is null or municipality = ?)",
            "select * from stall where municipality = ? and state <> 'RESOLVED' fetch first 1 rows only",
            "update cycle set due_at = now() + interval '1 hour', steps = steps where municipality = ? and state = 'OPEN'");

    static final List<String> OF_IDLE_TICK = List.of("select 1 from cycle where due_at <= now() limit 1");

    static final List<String> BY_KEY = List.of("select * from municipality where id = ?");

    private Statements() {}
}
