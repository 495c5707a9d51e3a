package no.synkvakt.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MailRelay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail server that says nothing costs the attempts it was silent at, and no more: mail flows again once it is well. */
@QuarkusTest
class SilentServerTest extends FlowTest {

    /** More than a pool of quarkus-mailer has places. */
    private static final int MANY = 12;

    private static final String READER = "reader@example.com";
    private static final byte[] MAIL =
            ("From: a@example.com\r\nTo: " + READER + "\r\n\r\nWords.\r\n").getBytes(StandardCharsets.US_ASCII);

    @Inject
    Vertx vertx;

    @Inject
    MailClients clients;

    private MailTransport impatient;
    private MailTransport transport;

    @BeforeEach
    void connect() {
        impatient = waiting(Duration.ofMillis(200));
        transport = waiting(Duration.ofSeconds(5));
    }

    private MailTransport waiting(Duration patience) {
        return new SmtpTransport(vertx, clients, "a@example.com", Optional.empty(), false, patience);
    }

    @Test
    void afterManyMailsThatItNeverAnsweredTheNextOneIsSent() throws DeliveryException {
        MailRelay.fallsSilentAfterNextMails(MANY);
        inVain();
        MailRelay.recovers();
        transport.send(MAIL, READER);
        assertThat(mailsTo(READER)).hasSize(1);
    }

    @Test
    void afterManyCallsThatItNeverGreetedTheNextOneIsSent() throws DeliveryException {
        MailRelay.greetsNobody();
        inVain();
        MailRelay.recovers();
        transport.send(MAIL, READER);
        assertThat(mailsTo(READER)).hasSize(1);
    }

    @Test
    void noConnectionIsLeftBehind() {
        int before = MailRelay.connections();
        MailRelay.greetsNobody();
        inVain();
        await().untilAsserted(() -> assertThat(MailRelay.connections()).isLessThanOrEqualTo(before));
    }

    private void inVain() {
        for (int mail = 0; mail < MANY; mail++) {
            assertThatThrownBy(() -> impatient.send(MAIL, READER)).hasMessage("no answer within PT0.2S");
        }
    }
}
