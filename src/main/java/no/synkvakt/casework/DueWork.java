package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.stall.Stalls;
import org.jspecify.annotations.Nullable;

/**
 * Claims what is due and has it reviewed. Any number of replicas may do so at once: what one has locked the others pass over.
 * It costs what is due, not what is watched. All is written before the commit: what the database refuses then it gives no
 * reason for.
 */
@ApplicationScoped
public class DueWork {

    private static final Duration REST = Duration.ofHours(1);

    private final EntityManager entityManager;
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final Stalls stalls;

    DueWork(EntityManager entityManager, Municipalities municipalities, Cycles cycles, Stalls stalls) {
        this.cycles = cycles;
        this.stalls = stalls;
        this.entityManager = entityManager;
        this.municipalities = municipalities;
    }

    /** The municipalities that are due, the longest overdue first. */
    @Transactional
    public List<String> due(Due kind, int most, Instant now) {
        return claim(kind, null, most, now);
    }

    /**
     * Reviews a batch of what is due, the longest overdue first, as one transaction.
     *
     * @return how many there were
     */
    @Transactional
    public int reviewBatch(Due kind, int most, Instant now) {
        List<String> due = claim(kind, null, most, now);
        if (!due.isEmpty()) {
            readAhead(due);
            kind.readAhead(due);
            due.stream().sorted().forEach(id -> review(kind, id, now));
            entityManager.flush();
        }
        return due.size();
    }

    /** Reviews one municipality, if it is still due and nobody else is at it. */
    @Transactional
    public void reviewOne(Due kind, String municipality, Instant now) {
        claim(kind, municipality, 1, now).forEach(id -> review(kind, id, now));
        entityManager.flush();
    }

    /** Takes what cannot be reviewed out of the others' way for a while; the reason is kept and shown. */
    @Transactional
    public void setAside(Due kind, String municipality, String reason, Instant now) {
        kind.setAside(municipality, reason, now, now.plus(REST));
    }

    /** What the reviews of every kind look at is read at once. */
    private void readAhead(List<String> due) {
        municipalities.readAhead(due);
        cycles.readLatestAhead(due);
        stalls.readAhead(due);
    }

    private void review(Due kind, String id, Instant now) {
        municipalities.get(id).ifPresent(municipality -> kind.review(municipality, now));
    }

    @SuppressWarnings("unchecked")
    private List<String> claim(Due kind, @Nullable String only, int most, Instant now) {
        return entityManager
                .createNativeQuery(kind.claim(), String.class)
                .setParameter("now", now)
                .setParameter("only", only)
                .setParameter("most", most)
                .getResultList();
    }
}
