package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cycles that are due and reviews them. Any number of replicas may do so at once: what one has locked the others
 * pass over. It costs what is due, not what is watched.
 */
@ApplicationScoped
public class OverdueSteps {

    private static final String CLAIM = """
            select m.id from cycle c join municipality m on m.id = c.municipality
            where c.due_at <= :now and (cast(:only as text) is null or m.id = :only)
            order by c.due_at limit :most
            for no key update of c, m skip locked""";

    private static final Duration REST = Duration.ofHours(1);

    private final EntityManager entityManager;
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final CaseReview review;

    OverdueSteps(EntityManager entityManager, Municipalities municipalities, Cycles cycles, CaseReview review) {
        this.entityManager = entityManager;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.review = review;
    }

    /** The municipalities whose open cycle is due, the longest overdue first. */
    @Transactional
    public List<String> due(int most, Instant now) {
        return claim(null, most, now);
    }

    /**
     * Reviews a batch of cycles that are due, the longest overdue first, as one transaction.
     *
     * @return how many there were
     */
    @Transactional
    public int reviewBatch(int most, Instant now) {
        List<String> due = claim(null, most, now);
        due.stream().sorted().forEach(id -> review(id, now));
        return due.size();
    }

    /** Reviews one municipality's cycle, if it is still due and nobody else is at it. */
    @Transactional
    public void reviewOne(String municipality, Instant now) {
        claim(municipality, 1, now).forEach(id -> review(id, now));
    }

    /** Takes a cycle that cannot be reviewed out of the others' way for a while; the reason is kept and shown. */
    @Transactional
    public void setAside(String municipality, String reason, Instant now) {
        cycles.setAside(municipality, reason, now, now.plus(REST));
    }

    private void review(String municipalityId, Instant now) {
        Optional<Municipality> municipality = municipalities.get(municipalityId);
        municipality.ifPresent(known -> review.whenDue(known, now));
    }

    @SuppressWarnings("unchecked")
    private List<String> claim(@Nullable String only, int most, Instant now) {
        return entityManager
                .createNativeQuery(CLAIM, String.class)
                .setParameter("now", now)
                .setParameter("only", only)
                .setParameter("most", most)
                .getResultList();
    }
}
