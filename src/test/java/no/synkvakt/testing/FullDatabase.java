package no.synkvakt.testing;

import java.util.List;

/** Much that nobody has to act on now: years of owners' nights that are over, and many cycles and stalls not yet due. */
public final class FullDatabase {

    /** How many rows each of the big tables has, at least. */
    public static final int ROWS = 5_000;

    private static final String OWNERS = """
            insert into municipality (id, name, profile, ping_key, created_at, updated_at, scheduled_since, missed_at, feed)
            select 'filler-' || n, 'Filler ' || n, '{}', 'filler-' || n, now, now, now,
                case when n %% 2 = 0 then now + interval '1 day' + n * interval '1 second' end, '/engine'
            from generate_series(1, %1$d) n, (select cast('%2$s' as timestamptz) as now) clock""";

    private static final String CYCLES = """
            insert into cycle (municipality, id, state, started_at, completed_at, due_at, steps)
            select 'filler-' || n, 'night-' || night, case when night = 0 then 'OPEN' else 'COMPLETE' end,
                now - night * interval '1 day', case when night > 0 then now end,
                case when night = 0 then now + interval '1 day' + n * interval '1 second' end, '[]'
            from generate_series(1, %1$d) n, generate_series(0, 1) night,
                (select cast('%2$s' as timestamptz) as now) clock""";

    private static final String EVENTS = """
            insert into event (source, id, type, municipality, cycle, step, time, received_at)
            select '/engine', n || '-' || part, 'completed', 'filler-' || n, 'night-0', 'import-sas', now, now
            from generate_series(1, %1$d) n, generate_series(0, 1) part,
                (select cast('%2$s' as timestamptz) as now) clock""";

    private static final String STALLS = """
            insert into stall (id, municipality, cycle, step, verdict, since, due_at, judged_until, detected_at, state,
                resolved_at, act_at, cause, outage, remedy, acts)
            select gen_random_uuid(), 'filler-' || n, 'night-0', 'import-sas', 'FAILED', now, now, now,
                now - n * interval '1 minute', case when n %% 125 = 0 then 'NOTIFIED' else 'RESOLVED' end,
                case when n %% 125 <> 0 then now end, case when n %% 125 = 0 then now + interval '1 day' end,
                'import-sas/WIS', gen_random_uuid(), '{}', '[]'
            from generate_series(1, %1$d) n, (select cast('%2$s' as timestamptz) as now) clock""";

    private static final String NOTICES = """
            insert into notice (id, municipality, stall, kind, audience, recipient, language, facts, message_id, state, send_at,
                attempts, sent_at, created_at)
            select gen_random_uuid(), s.municipality, s.id, 'STALL', 'ADMIN', 'a@filler.example', 'nb', '{}', s.id || kind,
                case when s.state = 'RESOLVED' then kind else 'SENT' end, s.detected_at, 1, s.detected_at, s.detected_at
            from stall s, unnest(array['SENT', 'FAILED']) kind""";

    private FullDatabase() {}

    /** SQL that fills it, at that time, and has the planner know. */
    public static List<String> filling(String now) {
        return List.of(
                OWNERS.formatted(ROWS, now),
                CYCLES.formatted(ROWS, now),
                EVENTS.formatted(ROWS, now),
                STALLS.formatted(ROWS, now),
                NOTICES,
                "insert into feed (source, seen_at) values ('/engine', '" + now + "')",
                "analyze");
    }
}
