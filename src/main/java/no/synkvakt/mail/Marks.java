package no.synkvakt.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import no.synkvakt.mail.Leases.Leased;
import org.jboss.logging.Logger;

/**
 * Marks each notice as soon as it is sent: whoever comes while a commit is under way is marked with all others who did, in the
 * next one, and waits for it. A sender has never more than one mail that is sent and not marked.
 */
final class Marks {

    private static final Logger LOG = Logger.getLogger(Marks.class);

    private final Leases leases;
    private final Queue<Mark> waiting = new ConcurrentLinkedQueue<>();

    Marks(Leases leases) {
        this.leases = leases;
    }

    /** @param made whether it was made together with others'; if not it is still to be made */
    private record Mark(Leased leased, CompletableFuture<Boolean> made) {}

    /** Returns when the mark is committed. */
    void sent(Leased leased) {
        Mark mark = new Mark(leased, new CompletableFuture<>());
        waiting.add(mark);
        synchronized (this) {
            if (!mark.made().isDone()) {
                makeAll();
            }
        }
        if (!mark.made().join()) {
            leases.sent(leased);
        }
    }

    private void makeAll() {
        List<Mark> all =
                Stream.generate(waiting::poll).takeWhile(Objects::nonNull).toList();
        Set<UUID> marked = new HashSet<>();
        try {
            marked.addAll(leases.sent(all.stream().map(Mark::leased).toList()));
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d notices are marked one by one", all.size());
        } finally {
            all.forEach(
                    mark -> mark.made().complete(marked.contains(mark.leased().id())));
        }
    }
}
