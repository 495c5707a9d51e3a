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

    /** Each complete cycle so many times more, each a day earlier, with its events. */
    void ofNights(int nights) {
        machine.execute(
                copy(
                        "cycle",
                        "t.state = 'COMPLETED'",
                        nights,
                        "'id', t.id || '-' || n, 'pk', nextval(pg_get_serial_sequence('cycle', 'pk')),"
                                + " 'started_at', t.started_at - n * interval '1 day',"
                                + " 'completed_at', t.completed_at - n * interval '1 day'"),
                "insert into event (source, id, type, municipality, cycle, step, time, received_at)"
                        + " select source, id || '-' || n, type, municipality, cycle || '-' || n, step,"
                        + " time - n * interval '1 day', received_at - n * interval '1 day'"
                        + " from event, generate_series(1, " + nights + ") n where cycle is not null",
                "analyze");
    }

    /** Each open stall so many times more, over by now. */
    void ofStalls(int each) {
        machine.execute(
                copy(
                        "stall",
                        "t.state <> 'RESOLVED'",
                        each,
                        "'id', gen_random_uuid(), 'state', 'RESOLVED', 'act_at', null,"
                                + " 'detected_at', t.detected_at - n * interval '1 hour',"
                                + " 'resolved_at', t.detected_at - n * interval '1 hour' + interval '30 minutes'"),
                "analyze");
    }

    /** The statement that writes so many copies of the rows it is about; what differs goes by {@code n}. */
    static String copy(String table, String which, int copies, String changed) {
        return "insert into " + table + " select copied.* from " + table + " t, generate_series(1, " + copies
                + ") n, lateral jsonb_populate_record(t, jsonb_build_object(" + changed + ")) copied where " + which;
    }
}
