package no.synkvakt.mail;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.synkvakt.base.GroupCommit;
import no.synkvakt.mail.Leases.Leased;
import org.jboss.logging.Logger;

/**
 * Marks each notice as soon as it is sent, together with all others that are sent while a mark is under way. A sender has never
 * more than one mail that is sent and not marked.
 */
final class Marks {

    private static final Logger LOG = Logger.getLogger(Marks.class);

    private static final int MOST = 64;

    private final Leases leases;
    private final GroupCommit<Leased, Boolean> commits;

    Marks(Leases leases) {
        this.leases = leases;
        this.commits = new GroupCommit<>(1, MOST, this::mark);
    }

    /** Returns when the mark is committed. */
    void sent(Leased leased) {
        if (!commits.ask(leased)) {
            leases.sent(leased);
        }
    }

    /** Tells of each whether it was marked together with the others; if not it is to be marked alone. */
    private List<Boolean> mark(List<Leased> sent) {
        Set<UUID> marked = tryToMark(sent);
        return sent.stream().map(leased -> marked.contains(leased.id())).toList();
    }

    private Set<UUID> tryToMark(List<Leased> sent) {
        try {
            return leases.sent(sent);
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d notices are marked one by one", sent.size());
            return Set.of();
        }
    }
}
