package no.synkvakt.mail;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends through the mail client of quarkus-mailer, by its settings. The client would write a message of its own from
 * subject and texts; it is given ours as fixed headers and a body of plain ASCII, which it passes on as they are.
 */
class SmtpTransport implements MailTransport {

    private static final long SECONDS_OF_AN_ATTEMPT = 30;
    private static final int FIRST_AUTH_REPLY = 530;
    private static final int LAST_AUTH_REPLY = 538;

    private final Context context;
    private final MailClient client;
    private final String sender;
    private final Optional<String> bounceAddress;

    SmtpTransport(Vertx vertx, MailClient client, String sender, Optional<String> bounceAddress) {
        this.context = vertx.getOrCreateContext();
        this.client = client;
        this.sender = sender;
        this.bounceAddress = bounceAddress;
    }

    @Override
    public void send(byte[] message, String recipient) throws DeliveryException {
        RawMessage raw = RawMessage.of(message);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        raw.headers().forEach(header -> headers.add(header.name(), header.value()));
        MailMessage mail = new MailMessage()
                .setFixedHeaders(true)
                .setHeaders(headers)
                .setText(raw.body())
                .setFrom(sender)
                .setTo(recipient);
        bounceAddress.ifPresent(mail::setBounceAddress);
        await(sending(mail));
    }

    /** Always on one event loop: a client that is called from elsewhere can miss the server's greeting and wait for ever. */
    private CompletableFuture<MailResult> sending(MailMessage mail) {
        CompletableFuture<MailResult> sending = new CompletableFuture<>();
        context.runOnContext(
                go -> client.sendMail(mail).onSuccess(sending::complete).onFailure(sending::completeExceptionally));
        return sending;
    }

    private static void await(CompletableFuture<?> sending) throws DeliveryException {
        try {
            sending.get(SECONDS_OF_AN_ATTEMPT, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new DeliveryException("no answer within " + SECONDS_OF_AN_ATTEMPT + " s", false);
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
