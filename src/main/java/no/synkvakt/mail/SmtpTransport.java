package no.synkvakt.mail;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sends through the mail client of quarkus-mailer, by its settings. The client would write a message of its own from
 * subject and texts; it is given ours as fixed headers and a body of plain ASCII, which it passes on as they are. A line on
 * which the server answered is kept for the next mail; one on which it did not is hung up.
 */
class SmtpTransport implements MailTransport {

    static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);
    private static final int FIRST_AUTH_REPLY = 530;
    private static final int LAST_AUTH_REPLY = 538;

    private final Vertx vertx;
    private final Supplier<MailClient> clients;
    private final String sender;
    private final Optional<String> bounceAddress;
    private final boolean signs;
    private final Duration longest;
    private final Queue<MailLine> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param signs whether the client signs mails (DKIM): it has to be told then which part is headers
     * @param longest how long one attempt may take
     */
    SmtpTransport(
            Vertx vertx,
            Supplier<MailClient> clients,
            String sender,
            Optional<String> bounceAddress,
            boolean signs,
            Duration longest) {
        this.vertx = vertx;
        this.clients = clients;
        this.sender = sender;
        this.bounceAddress = bounceAddress;
        this.signs = signs;
        this.longest = longest;
    }

    @Override
    public void send(byte[] message, String recipient) throws DeliveryException {
        MailLine line = Optional.ofNullable(idle.poll()).orElseGet(() -> MailLine.open(vertx, clients));
        boolean answered = false;
        try {
            answered = await(line.send(mail(message, recipient)));
        } catch (ExecutionException e) {
            answered = e.getCause() instanceof SMTPException;
            throw failure(e.getCause() == null ? e : e.getCause());
        } finally {
            if (answered) {
                idle.add(line);
            } else {
                line.hangUp();
            }
        }
    }

    private MailMessage mail(byte[] message, String recipient) {
        RawMessage raw = signs ? RawMessage.of(message) : RawMessage.of(message).inFewWrites();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        raw.headers().forEach(header -> headers.add(header.name(), header.value()));
        MailMessage mail = new MailMessage()
                .setFixedHeaders(true)
                .setHeaders(headers)
                .setText(raw.body())
                .setFrom(sender)
                .setTo(recipient);
        bounceAddress.ifPresent(mail::setBounceAddress);
        return mail;
    }

    private boolean await(CompletableFuture<?> sending) throws DeliveryException, ExecutionException {
        try {
            sending.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            throw new DeliveryException("no answer within " + longest, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("interrupted", false);
        }
    }

    /** A reply that is about our login is no verdict on the recipient. */
    private static DeliveryException failure(Throwable cause) {
        if (cause instanceof SMTPException smtp) {
            boolean ofLogin = smtp.getReplyCode() >= FIRST_AUTH_REPLY && smtp.getReplyCode() <= LAST_AUTH_REPLY;
            return new DeliveryException(
                    smtp.getMessage() + ": " + smtp.getReplyMessage(), smtp.isPermanent() && !ofLogin);
        }
        return new DeliveryException(String.valueOf(cause), false);
    }
}
