package no.synkvakt.benchmark;

/** Rows as Synkvakt wrote them, many times over: what a year or a country would have left. */
final class Copies {

    private final Machine machine;

    Copies(Machine machine) {
        this.machine = machine;
    }

    /** So many owners like the one given, each with a cycle like its open one, due at the same moment. */
    void ofOwner(String template, String name, int copies) {
        String id = "'" + name + "-' || n || '.example'";
        machine.execute(
                copy(
                        "municipality",
                        "t.id = '" + template + "'",
                        copies,
                        "'id', " + id + ", 'ping_key', md5(" + id
                                + "), 'profile', jsonb_set(t.profile, '{id}', to_jsonb(" + id + "))"),
                copy(
                        "cycle",
                        "t.municipality = '" + template + "' and t.state = 'OPEN'",
                        copies,
                        "'municipality', " + id + ", 'pk', nextval(pg_get_serial_sequence('cycle', 'pk'))"));
        machine.execute("analyze");
    }

    /**
     * The complete cycle of that name, of each owner, again for so many nights before, with its events.
     *
     * @param from the first of these nights, counted backwards, from 1
     */
    void ofNights(String cycle, int from, int to) {
        machine.execute(
                copy(
                        "cycle",
                        "t.state = 'COMPLETED' and t.id = '" + cycle + "'",
                        from,
                        to,
                        "'id', t.id || '-' || n, 'pk', nextval(pg_get_serial_sequence('cycle', 'pk')),"
                                + " 'started_at', t.started_at - n * interval '1 day',"
                                + " 'completed_at', t.completed_at - n * interval '1 day'"),
                "insert into event (source, id, type, municipality, cycle, step, time, received_at)"
                        + " select source, id || '-' || n, type, municipality, cycle || '-' || n, step,"
                        + " time - n * interval '1 day', received_at - n * interval '1 day'"
                        + " from event, generate_series(" + from + ", " + to + ") n where cycle = '" + cycle + "'",
                "analyze");
    }

    /** Each open stall so many times more, over by now. */
    void ofStalls(int from, int to) {
        machine.execute(
                copy(
                        "stall",
                        "t.state <> 'RESOLVED'",
                        from,
                        to,
                        "'id', gen_random_uuid(), 'state', 'RESOLVED', 'act_at', null,"
                                + " 'detected_at', t.detected_at - n * interval '1 hour',"
                                + " 'resolved_at', t.detected_at - n * interval '1 hour' + interval '30 minutes'"),
                "analyze");
    }

    /** What PostgreSQL would have done by the way in a year, and would else do while something is measured. */
    void areTidiedUp() {
        machine.execute("vacuum (analyze)", "checkpoint");
    }

    /** The statement that writes so many copies of the rows it is about; what differs goes by {@code n}. */
    static String copy(String table, String which, int copies, String changed) {
        return copy(table, which, 1, copies, changed);
    }

    private static String copy(String table, String which, int from, int to, String changed) {
        return "insert into " + table + " select copied.* from " + table + " t, generate_series(" + from + ", " + to
                + ") n, lateral jsonb_populate_record(t, jsonb_build_object(" + changed + ")) copied where " + which;
    }
}
