package no.synkvakt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is leased ahead is as much as leaves soon, in the order of the outbox, and is given back when it does not leave. */
@QuarkusTest
class SupplyTest extends OutboxFlow {

    private static final int NOTICES = 40;
    private static final int SENDERS = 4;

    @Inject
    Leases leases;

    private Supply supply;

    @BeforeEach
    void manyAreOwed() {
        owed(NOTICES);
        supply = new Supply(leases, SENDERS, Supply.LATE);
    }

    @Test
    void atFirstNoMoreAreLeasedThanAreSentAtOnce() {
        next(1);
        assertThat(in("LEASED")).isEqualTo(SENDERS);
    }

    @Test
    void whileMailsLeaveTwiceAsManyAreLeasedEachTime() {
        next(SENDERS / 2 + 1);
        assertThat(in("LEASED")).isEqualTo(SENDERS + 2 * SENDERS);
        next(NOTICES - SENDERS / 2 - 1);
        assertThat(supply.next()).isEmpty();
    }

    @Test
    void whoHasWaitedLongestIsFirst() {
        sql(
                "update notice set send_at = send_at - cast(substring(recipient from '[0-9]+') as int) * interval '1 second'");
        List<String> longestFirst = queried("select recipient from notice order by send_at");
        assertThat(longestFirst).startsWith(contact(NOTICES - 1));
        assertThat(next(NOTICES)).isEqualTo(longestFirst);
    }

    @Test
    void whatNobodyHasBegunToSendIsGivenBack_andSentByOthersAtOnce() {
        next(SENDERS / 2 + 1);
        supply.close();
        assertThat(in("LEASED")).isEqualTo(SENDERS / 2 + 1);
        assertThat(supply.next()).isEmpty();
        send();
        assertThat(Mailbox.all()).extracting(Mail::to).doesNotHaveDuplicates().hasSize(NOTICES - SENDERS / 2 - 1);
    }

    /** An all-clear may have been given to it meanwhile. */
    @Test
    void whatIsGivenBackCountsAsTried() {
        next(1);
        supply.close();
        assertThat(queried("select count(*) from notice where state = 'PENDING' and attempts = 1"))
                .containsExactly(String.valueOf(SENDERS - 1));
    }

    @Test
    void whatAnotherHasLeasedMeanwhileIsNotGivenBack() {
        next(1);
        sql("update notice set lease = gen_random_uuid() where state = 'LEASED'");
        supply.close();
        assertThat(in("LEASED")).isEqualTo(SENDERS);
    }

    @Test
    void whatIsOwedSinceTheLastLookIsSeenOnceAnAttemptIsOver() {
        next(NOTICES);
        assertThat(supply.next()).isEmpty();
        owed(1);
        assertThat(supply.next()).as("nothing has happened here").isEmpty();
        supply.attempted();
        assertThat(supply.next()).isPresent();
    }

    private List<String> next(int many) {
        return Stream.generate(() -> supply.next().orElseThrow())
                .limit(many)
                .map(item -> item.leased().recipient())
                .toList();
    }
}
