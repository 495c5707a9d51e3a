package no.synkvakt.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.base.LogFields;
import no.synkvakt.mail.Leases.Leased;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Empties the outbox: leases notices, sends each, marks each.
 *
 * <p>As many mails are at the mail server at once as there are workers, each on a connection of its own that stays open; many
 * servers allow one client no more than a few. There are twice as many senders, so that a connection has a mail to carry while
 * a lease or a mark is committed. A sender begins no mail before its last is marked.
 */
@ApplicationScoped
public class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final int SENDERS_PER_CONNECTION = 2;

    private final Leases leases;
    private final MailTransport transport;
    private final ManagedExecutor executor;
    private final int workers;
    private final Duration late;
    private final MailCounts counts;
    private final Marks marks;
    private final Semaphore connections;
    private final Set<Supply> rounds = ConcurrentHashMap.newKeySet();

    @Inject
    Sender(
            Leases leases,
            MailTransport transport,
            ManagedExecutor executor,
            @ConfigProperty(name = "synkvakt.mail.workers") int workers,
            MailCounts counts) {
        this(leases, transport, executor, workers, counts, Supply.LATE);
    }

    /** @param late how long after its lease an attempt may begin */
    Sender(
            Leases leases,
            MailTransport transport,
            ManagedExecutor executor,
            int workers,
            MailCounts counts,
            Duration late) {
        this.late = late;
        this.leases = leases;
        this.transport = transport;
        this.executor = executor;
        this.workers = workers;
        this.counts = counts;
        this.marks = new Marks(leases);
        this.connections = new Semaphore(workers);
    }

    /** Whoever takes over need not wait until leases run out. */
    void stop(@Observes ShutdownEvent end) {
        rounds.forEach(Supply::close);
    }

    /** Sends what may be sent now, and returns when that has been tried. */
    @Scheduled(
            every = "{synkvakt.mail.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "mail")
    public void send() {
        Supply supply = new Supply(leases, workers, late);
        rounds.add(supply);
        try {
            CompletableFuture.allOf(IntStream.range(0, workers * SENDERS_PER_CONNECTION)
                            .mapToObj(sender -> executor.runAsync(() -> drain(supply)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            rounds.remove(supply);
            supply.close();
        }
    }

    private void drain(Supply supply) {
        while (sendNext(supply)) {
            supply.attempted();
        }
    }

    private boolean sendNext(Supply supply) {
        try {
            Optional<Supply.Item> next = supply.next();
            next.ifPresent(item ->
                    LogFields.within(item.leased().municipality(), item.leased().stall(), () -> attempt(item)));
            return next.isPresent();
        } catch (UnreadableNotice e) {
            LOG.errorf(e, "%s; it is given up", e.getMessage());
            leases.giveUp(e);
            counts.countUnreadable();
            return true;
        }
    }

    private void attempt(Supply.Item item) {
        Leased leased = item.leased();
        try {
            if (!handOver(item)) {
                leases.handBack(List.of(leased));
                return;
            }
            marks.sent(leased);
            counts.count(leased.kind(), MailCounts.Outcome.SENT);
            LOG.infof("Sent notice %s", leased.id());
        } catch (DeliveryException e) {
            LOG.warnf("Notice %s was not sent at attempt %d: %s", leased.id(), leased.attempts(), e.getMessage());
            noteFailure(leased, e);
            counts.count(leased.kind(), e.isPermanent() ? MailCounts.Outcome.REFUSED : MailCounts.Outcome.RETRIED);
        }
    }

    /** What cannot be noted of the recipient must not have the mail sent again and again. */
    private void noteFailure(Leased leased, DeliveryException failure) {
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

    /** As soon as a connection is free. Returns whether it was not too late by then. */
    private boolean handOver(Supply.Item item) throws DeliveryException {
        connections.acquireUninterruptibly();
        try {
            if (item.late().isDone()) {
                return false;
            }
            handOver(item.leased());
            return true;
        } finally {
            connections.release();
        }
    }

    /** What a transport throws unasked may be a whim of it: the notice is tried again, ever later. */
    private void handOver(Leased leased) throws DeliveryException {
        try {
            transport.send(leased.message(), leased.recipient());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Notice %s broke the mail client", leased.id());
            throw new DeliveryException(String.valueOf(e), false);
        }
    }
}
