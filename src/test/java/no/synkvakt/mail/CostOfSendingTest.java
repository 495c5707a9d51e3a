package no.synkvakt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import no.synkvakt.notice.Deliveries;
import no.synkvakt.testing.FullDatabaseTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender reads what it leases and marks, not all that wait, whether PostgreSQL knows how many wait or has yet to count. */
@QuarkusTest
class CostOfSendingTest extends FullDatabaseTest {

    private static final int BATCH = 64;

    @Inject
    Deliveries deliveries;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLeaseReadsWhatItLeases(boolean counted) {
        wait(10_000, "PENDING", counted);
        readsLittle(() -> assertThat(deliveries.take(BATCH, clock.instant())).hasSize(BATCH));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofThoseWhoseSendersAreDeadToo(boolean counted) {
        wait(10_000, "LEASED", counted);
        readsLittle(() -> assertThat(deliveries.take(BATCH, clock.instant())).hasSize(BATCH));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMarkReadsWhatItMarks(boolean counted) {
        wait(10_000, "LEASED", counted);
        UUID[] ids = queried("select id from notice where state = 'LEASED' limit 4").stream()
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        UUID[] notOurs = List.of(ids).stream().map(id -> UUID.randomUUID()).toArray(UUID[]::new);
        readsLittle(
                () -> assertThat(deliveries.sent(ids, notOurs, clock.instant())).isEmpty());
    }

    private void wait(int notices, String state, boolean counted) {
        sql("""
                insert into notice (id, municipality, kind, audience, recipient, language, facts, message_id, state, send_at,
                    attempts, lease, leased_until, created_at)
                select gen_random_uuid(), 'filler-' || n, 'STALL', 'ADMIN', 'a@filler.example', 'nb', '{}', 'waits-' || n, '%s',
                    now, 0, gen_random_uuid(), clock_timestamp() - interval '1 second', now
                from generate_series(1, %d) n, (select cast('%s' as timestamptz) as now) clock""".formatted(state, notices, clock.instant()));
        if (counted) {
            sql("analyze notice");
        }
    }
}
