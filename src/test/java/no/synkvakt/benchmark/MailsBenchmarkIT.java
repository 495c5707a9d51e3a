package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A country's worth of notices falls due in one moment: how fast they leave, each once. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true", disabledReason = "takes 25 minutes: -Dbenchmark=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailsBenchmarkIT {

    private static final int MAILS = 11_000;
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    static Path dir;

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = new Machine(dir);
        machine.knows(Night.owner(0), Night.owners().get(0));
        try (Line line = machine.http()) {
            assertThat(line.ask(
                            Requests.post("/api/v1/events", "application/cloudevents-batch+json", Night.failure(0, 0))))
                    .isEqualTo(202);
        }
    }

    @AfterAll
    static void end() {
        machine.close();
    }

    @Test
    @Order(1)
    void theFirstAfterTheStart() {
        row("%,d mails, the first after the start".formatted(MAILS), leave());
    }

    @Test
    @Order(2)
    void onceItIsWarm() {
        leave();
        leave();
        row("%,d mails, the fourth time".formatted(MAILS), leave());
    }

    /** So many leave, each once. @return how many a second */
    private static double leave() {
        owe();
        machine.sink.ids();
        Instant since = Instant.now();
        long taken = machine.sink.taken();
        long before = System.nanoTime();
        machine.execute("update notice set send_at = now() where recipient like 'copy%' and state = 'PENDING'");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> machine.sink.taken() >= taken + MAILS);
        double rate = MAILS / ((System.nanoTime() - before) / 1e9);
        audit(machine.sink.ids(), since);
        return rate;
    }

    private static void row(String figure, double rate) {
        byte[] mail = mail();
        double bare = Load.times(CONNECTIONS, MAILS, number -> new BareSmtp(machine.sink.port(), mail));
        Table.rate(figure, rate, "a bare SMTP client", bare, "50 %", rate >= bare / 2);
    }

    /** Notices like the one of the owner who failed, each to another, and held. */
    private static void owe() {
        String run = "'copy-' || n || '-" + System.nanoTime() + "'";
        machine.execute(
                Copies.copy(
                        "notice",
                        "t.municipality = '" + Night.owner(0) + "'",
                        MAILS,
                        "'id', md5(" + run + ")::uuid, 'message_id', '<' || " + run
                                + " || '@synkvakt.example>', 'municipality', " + run + ", 'recipient', " + run
                                + " || '@synkvakt.example', 'created_at', now() + n * interval '1 microsecond',"
                                + " 'send_at', now() + interval '1 hour'"),
                "analyze");
    }

    /** Each notice is marked, and the server has each of them, once. */
    private static void audit(List<String> ids, Instant since) {
        await().until(() ->
                machine.count("select count(*) from notice where recipient like 'copy%' and state <> 'SENT'") == 0);
        assertThat(machine.count("select count(*) from notice where recipient like 'copy%' and attempts <> 1"))
                .isZero();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        machine.stored.values("select message_id from notice where sent_at >= '" + since + "'"));
    }

    private static byte[] mail() {
        String mail = Objects.requireNonNull(machine.stored.value(
                "select convert_from(message, 'UTF8') from notice where message is not null limit 1"));
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}
