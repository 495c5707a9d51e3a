package no.synkvakt.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many senders there are, each notice is sent once, and none waits for another. */
@QuarkusTest
class SendersAtOnceTest extends OutboxFlow {

    private static final int NOTICES = 60;
    private static final int CONNECTIONS = 2;

    @Inject
    Leases leases;

    @Inject
    ManagedExecutor executor;

    @Inject
    MailCounts counts;

    @Inject
    MailTransport transport;

    @BeforeEach
    void manyAreOwed() {
        owed(NOTICES);
    }

    @Test
    void eachNoticeIsSentOnce() {
        CompletableFuture.allOf(IntStream.range(0, 3)
                        .mapToObj(replica -> CompletableFuture.runAsync(this::send))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(Mailbox.all())
                .extracting(Mail::to)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, NOTICES)
                        .mapToObj(OutboxFlow::contact)
                        .toList());
    }

    @Test
    void oneThatTheServerIsSilentAtDelaysNoOther() {
        CompletableFuture<Void> silence = new CompletableFuture<>();
        Sender sender = sender(
                (message, recipient) -> {
                    if (recipient.equals(contact(0))) {
                        silence.join();
                    }
                    transport.send(message, recipient);
                },
                Supply.LATE);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(sender::send);
        await().untilAsserted(() -> assertThat(in("SENT")).isEqualTo(NOTICES - 1));
        assertThat(in("LEASED")).isEqualTo(1);
        silence.complete(null);
        sending.join();
        assertThat(in("SENT")).isEqualTo(NOTICES);
    }

    @Test
    void noMoreMailsAreAtTheServerAtOnceThanThereAreWorkers() {
        Semaphore places = new Semaphore(CONNECTIONS);
        sender(
                        (message, recipient) -> {
                            if (!places.tryAcquire()) {
                                throw new DeliveryException("too many", true);
                            }
                            transport.send(message, recipient);
                            places.release();
                        },
                        Supply.LATE)
                .send();
        assertThat(in("SENT")).isEqualTo(NOTICES);
    }

    /** Its lease could run out while it is sent. */
    @Test
    void whatWasLeasedTooLongAgoIsNotSent_butGivenBack() {
        Sender late = sender(transport, Duration.ZERO);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(late::send);
        await().untilAsserted(() ->
                assertThat(queried("select max(attempts) > 1 from notice")).containsExactly("t"));
        late.stop(new ShutdownEvent());
        sending.join();
        assertThat(in("LEASED")).isZero();
        assertThat(Mailbox.all()).hasSize(in("SENT"));
    }

    @Test
    void whatAnotherHasLockedIsMarkedAlone_andHoldsUpNobody() {
        List<Leases.Leased> all = leases.next(NOTICES);
        UUID locked = all.get(7).id();
        QuarkusTransaction.requiringNew().run(() -> {
            sql("select 1 from notice where id = '" + locked + "' for update");
            assertThat(CompletableFuture.supplyAsync(() -> leases.sent(all)).join())
                    .hasSize(NOTICES - 1)
                    .doesNotContain(locked);
        });
        assertThat(leases.sent(all)).containsExactly(locked);
        assertThat(in("SENT")).isEqualTo(NOTICES);
    }

    private Sender sender(MailTransport through, Duration late) {
        return new Sender(leases, through, executor, CONNECTIONS, counts, late);
    }
}
