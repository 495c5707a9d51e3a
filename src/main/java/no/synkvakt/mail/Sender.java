package no.synkvakt.mail;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.base.LogFields;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Empties the outbox: leases a notice, sends it, marks it; some at a time, each worker only what it sends now. */
@ApplicationScoped
public class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private final Leases leases;
    private final MailTransport transport;
    private final ManagedExecutor executor;
    private final int workers;
    private final MailCounts counts;

    Sender(
            Leases leases,
            MailTransport transport,
            ManagedExecutor executor,
            @ConfigProperty(name = "synkvakt.mail.workers") int workers,
            MailCounts counts) {
        this.leases = leases;
        this.transport = transport;
        this.executor = executor;
        this.workers = workers;
        this.counts = counts;
    }

    /** Sends what may be sent now, and returns when that has been tried. */
    @Scheduled(
            every = "{synkvakt.mail.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "mail")
    public void send() {
        CompletableFuture.allOf(IntStream.range(0, workers)
                        .mapToObj(worker -> executor.runAsync(this::drain))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void drain() {
        while (sendNext()) {
            LOG.debug("There may be more to send");
        }
    }

    private boolean sendNext() {
        try {
            Optional<Leases.Leased> leased = leases.next();
            leased.ifPresent(notice -> LogFields.within(notice.municipality(), notice.stall(), () -> attempt(notice)));
            return leased.isPresent();
        } catch (UnreadableNotice e) {
            LOG.errorf(e, "%s; it is given up", e.getMessage());
            leases.giveUp(e);
            counts.countUnreadable();
            return true;
        }
    }

    private void attempt(Leases.Leased leased) {
        try {
            handOver(leased);
            leases.sent(leased);
            counts.count(leased.kind(), MailCounts.Outcome.SENT);
            LOG.infof("Sent notice %s", leased.id());
        } catch (DeliveryException e) {
            LOG.warnf("Notice %s was not sent at attempt %d: %s", leased.id(), leased.attempts(), e.getMessage());
            noteFailure(leased, e);
            counts.count(leased.kind(), e.isPermanent() ? MailCounts.Outcome.REFUSED : MailCounts.Outcome.RETRIED);
        }
    }

    /** What cannot be noted of the recipient must not have the mail sent again and again. */
    private void noteFailure(Leases.Leased leased, DeliveryException failure) {
        try {
            leases.failed(leased, failure);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e) || !failure.isPermanent()) {
                throw e;
            }
            LOG.errorf(e, "It cannot be noted that %s refuses mails", leased.municipality());
            leases.refused(leased, failure);
        }
    }

    /** What a transport throws unasked may be a whim of it: the notice is tried again, ever later. */
    private void handOver(Leases.Leased leased) throws DeliveryException {
        try {
            transport.send(leased.message(), leased.recipient());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Notice %s broke the mail client", leased.id());
            throw new DeliveryException(String.valueOf(e), false);
        }
    }
}
