package no.synkvakt.mail;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A line to the mail server, for one mail at a time: a client of quarkus-mailer, made and called on an event loop of the
 * line's own. The client has no time limit of its own and cannot be told to drop a connection; what a verticle has opened,
 * though, Vert.x closes with it.
 *
 * @see <a href="https://vertx.io/docs/4.5.25/vertx-core/java/#_automatic_clean_up_in_verticles">Automatic clean-up in
 *     verticles</a>
 */
final class MailLine extends AbstractVerticle {

    private final Supplier<MailClient> clients;
    private @Nullable MailClient client;

    private MailLine(Supplier<MailClient> clients) {
        this.clients = clients;
    }

    /** Opens a line; the server is called when there is something to send. */
    static MailLine open(Vertx vertx, Supplier<MailClient> clients) {
        MailLine line = new MailLine(clients);
        vertx.deployVerticle(line).toCompletionStage().toCompletableFuture().join();
        return line;
    }

    @Override
    public void start() {
        client = clients.get();
    }

    /** Always on the line's event loop: a client that is called from elsewhere can miss the server's greeting. */
    CompletableFuture<MailResult> send(MailMessage mail) {
        CompletableFuture<MailResult> sending = new CompletableFuture<>();
        context.runOnContext(go -> Objects.requireNonNull(client)
                .sendMail(mail)
                .onSuccess(sending::complete)
                .onFailure(sending::completeExceptionally));
        return sending;
    }

    /** Gives the line up, and its connection with it, whatever the server is at. */
    void hangUp() {
        vertx.undeploy(deploymentID());
    }
}
