package no.synkvakt.faults;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is broken in whichever table: everybody else is watched, told and shown, and where the broken thing is shown it is
 * said to be broken. In each case the broken row is of an owner who is part of an outage.
 */
@QuarkusTest
class PoisonedTablesTest extends OutageFlow {

    private static final MunicipalityFixture BAD = flyt(1);
    private static final MunicipalityFixture GOOD = owner("good.example", "Good", "WIS");
    private static final String OF_BAD = " where municipality = '" + BAD.id() + "'";

    /** Flyway's own: it refuses to start on what it cannot read. */
    private static final String FLYWAY = "flyway_schema_history";

    private static int runs;

    @AfterAll
    static void note() {
        Findings.note(
                "a poison row in each table, " + poisons().count() + " in all",
                runs,
                new Audit(List.of(), List.of(), List.of()));
    }

    static Stream<String> poisons() {
        return Stream.of(
                        Stream.of(
                                        "profile = '[7]'",
                                        "profile = 'null'",
                                        "profile = '{\"name\": \"without the rest\"}'",
                                        "profile = jsonb_set(profile, '{language}', '\"xx\"')",
                                        "profile = jsonb_set(profile, '{sis}', '\"OF_TOMORROW\"')",
                                        "profile = jsonb_set(profile, '{contacts}', '[null]')",
                                        "profile = jsonb_set(profile, '{schedule}', '{\"cron\": \"never\", \"zone\": \"Moon\"}')",
                                        "missed_at = '-infinity'")
                                .map(what -> "municipality set " + what + " where id = '" + BAD.id() + "'"),
                        Stream.of(
                                        "verdict = 'OF_TOMORROW'",
                                        "state = 'OF_TOMORROW'",
                                        "remedy = '[7]'",
                                        "remedy = '{}'",
                                        "trouble = '[7]'",
                                        "acts = '{}'",
                                        "acts = '[{\"kind\": \"OF_TOMORROW\"}]'",
                                        "cause = 'import-visma-flyt/OF_TOMORROW', cause_sought = false, outage = null")
                                .map(what -> "stall set " + what + OF_BAD),
                        Stream.of(
                                        "kind = 'OF_TOMORROW'",
                                        "language = 'xx'",
                                        "audience = 'NOBODY'",
                                        "state = 'OF_TOMORROW'",
                                        "facts = '[7]'")
                                .map(what -> "notice set " + what + OF_BAD),
                        Stream.of("notice set kind = 'OF_TOMORROW' where outage is not null and stall is null"),
                        Stream.of("steps = '[7]'", "state = 'OF_TOMORROW'", "set_aside = repeat('x', 100000)")
                                .map(what -> "cycle set " + what + OF_BAD),
                        Stream.of("event set type = 'OF_TOMORROW'" + OF_BAD, "event set trouble = '[7]'" + OF_BAD),
                        Stream.of(
                                "silence set kind = 'OF_TOMORROW'",
                                "silence set step = 'no-such-step'",
                                "silence set until_at = 'infinity'"),
                        Stream.of("learned set limit_ms = -7", "learned set limit_ms = 9223372036854775807"),
                        Stream.of(
                                "to_learn set due_at = '-infinity'", "to_learn set municipality = '" + BAD.id() + "'"),
                        Stream.of(
                                "outage set sis = 'OF_TOMORROW'",
                                "outage set cause = '/'",
                                "outage set step = 'no-such-step'"),
                        Stream.of("refused_address set address = '', reason = ''"),
                        Stream.of("feed set blind_since = '-infinity'", "feed set seen_at = '-infinity'"),
                        Stream.of("attendance set backlog_at = '-infinity'"),
                        Stream.of("set_aside = '{}'", "set_aside = '[7]'", "looked_at = '-infinity'", "rows = -7")
                                .map(what -> "look set " + what),
                        Stream.of("link_key set secret = ''"),
                        Stream.of("audit set deed = 'OF_TOMORROW'"))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void nobodyElseIsTouched_andNothingFailsWithoutAWord(String poison) {
        watched(GOOD);
        watched(flyts(3));
        engineOf(GOOD).beats();
        engineOf(GOOD).startsCycle();
        outageOf(3);
        seeds();
        sql("update " + poison);

        batchIsTaken();
        tick();
        holdPasses();
        clock.advance(Duration.ofHours(25));
        engineOf(GOOD).beats();
        tick();
        send();

        assertThat(mailsTo("ikt@good.example")).as("GOOD is told").isNotEmpty();
        forEverybody().forEach(path -> assertThat(answer(path)).as(path).isEqualTo("200"));
        ofBadAlone().forEach(path -> assertThat(answer(path)).as(path).isIn("200", "500 said"));
        recovers(flyts(3));
        engineOf(GOOD).completes("import-sas");
        tick();
        send();
        assertThat(stallsOf(GOOD).get(0).state()).isEqualTo("RESOLVED");
        assertThat(mailsTo("ikt@" + flyt(2).id())).hasSize(2);
        runs++;
    }

    @Test
    void everyTableHasItsPoison() {
        List<String> poisoned =
                poisons().map(poison -> poison.split(" ", 2)[0]).distinct().toList();
        assertThat(queried("select table_name from information_schema.tables where table_schema = current_schema()"
                        + " and table_type = 'BASE TABLE' and table_name <> '" + FLYWAY + "'"))
                .isSubsetOf(poisoned);
    }

    /** A row in each table that has none by itself. */
    private void seeds() {
        String bad = "'" + BAD.id() + "'";
        sql("insert into silence (id, kind, municipality, from_at, until_at, made_by, made_at, apply_at)"
                + " select gen_random_uuid(), 'MAINTENANCE', id, created_at, created_at + interval '10 days', 'x',"
                + " created_at, created_at from municipality where id = " + bad);
        sql("insert into learned values (" + bad + ", '" + IMPORT + "', 1, 20, 1, 1)");
        sql("insert into to_learn values ('" + flyt(2).id() + "', now())");
        sql("insert into look (source, next_at) values ('/feed/none', now())");
        sql("insert into refused_address values (" + bad + ", 'ikt@" + BAD.id() + "', now(), 'no')");
    }

    /** In one request with what the same engine has to report of the owner who is broken. */
    private void batchIsTaken() {
        List<Map<String, Object>> events = Stream.of(BAD, GOOD, flyt(2))
                .map(owner -> engineOf(owner).event("step.failed", owner == GOOD ? "import-sas" : IMPORT, Map.of()))
                .toList();
        Response answer = as(Key.INGEST)
                .contentType("application/cloudevents-batch+json")
                .body(events)
                .post("/api/v1/events");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getInt("accepted")).isEqualTo(3);
    }

    private List<String> forEverybody() {
        return List.of(
                "/",
                "/silence",
                "/api/v1/municipalities?size=200",
                "/api/v1/stalls?size=200",
                "/api/v1/outages",
                "/api/v1/outages/" + outage(),
                "/outages/" + outage(),
                "/api/v1/silences",
                "/api/v1/audit",
                "/api/v1/feeds",
                "/api/v1/looks",
                "/feeds",
                "/api/v1/municipalities/good.example/status",
                "/m/good.example",
                "/stalls/" + stallsOf(GOOD).get(0).id(),
                "/m/" + flyt(2).id(),
                "/stalls/" + stallsOf(flyt(2)).get(0).id());
    }

    private List<String> ofBadAlone() {
        String stall = queried("select id from stall" + OF_BAD).get(0);
        return List.of(
                "/api/v1/municipalities/" + BAD.id(),
                "/api/v1/municipalities/" + BAD.id() + "/status",
                "/api/v1/stalls/" + stall,
                "/m/" + BAD.id(),
                "/stalls/" + stall);
    }

    /** The status, and of a failure whether it says what cannot be read and whom to tell. */
    private String answer(String path) {
        Response response = as(Key.OPERATOR).accept(ContentType.ANY).get(path);
        String body = response.asString();
        boolean said = (body.contains("cannot be read") && body.contains("Tell")) || body.contains("Si fra til");
        return response.statusCode() + (response.statusCode() == 500 && said ? " said" : "");
    }
}
