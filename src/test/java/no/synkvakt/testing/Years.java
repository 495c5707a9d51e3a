package no.synkvakt.testing;

import java.util.List;

/** Years behind those owners that there are, which nobody has to act on: nights that went well, and stalls that are over. */
final class Years {

    private static final String CYCLES = """
            insert into cycle (municipality, id, state, started_at, completed_at, steps)
            select municipality, id || '-' || n, 'COMPLETED', started_at - n * interval '1 day',
                started_at - n * interval '1 day' + interval '1 hour', steps
            from cycle, generate_series(1, %1$d) n where municipality not like 'filler-%%'""";

    private static final String STALLS = """
            insert into stall select copied.* from stall t, generate_series(1, %1$d) n, lateral jsonb_populate_record(t,
                jsonb_build_object('id', gen_random_uuid(), 'state', 'RESOLVED', 'act_at', null,
                    'detected_at', t.detected_at - n * interval '1 hour', 'resolved_at', t.detected_at)) copied
            where t.state <> 'RESOLVED' and t.municipality not like 'filler-%%'""";

    private static final String NOTICES = """
            insert into notice (id, municipality, stall, kind, audience, recipient, language, facts, message_id, state, send_at,
                attempts, sent_at, created_at)
            select gen_random_uuid(), municipality, id, 'STALL', 'ADMIN', 'a@b.example', 'nb', '{}', id, 'SENT', detected_at,
                1, detected_at, detected_at
            from stall where state = 'RESOLVED' and municipality not like 'filler-%'""";

    /** As large as a mail may get, and hardly smaller when it is compressed. */
    private static final String MAILS = """
            update notice set message = mail from (
                select convert_to(string_agg(md5(n || '-' || random()), ''), 'UTF8') as mail
                from generate_series(1, 30000) n) m
            where stall in (
                select id from stall where state <> 'RESOLVED' and municipality not like 'filler-%')""";

    private Years() {}

    /** SQL that makes them. */
    static List<String> behind(int each) {
        return List.of(CYCLES.formatted(each), STALLS.formatted(each), NOTICES, MAILS, "analyze");
    }
}
