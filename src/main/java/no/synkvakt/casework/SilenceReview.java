package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.deadline.Silence;
import no.synkvakt.deadline.Silences;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Stalls;

/**
 * Applies silences and maintenance windows that have begun or been ended to what is open. Each method is one transaction;
 * what is applied twice is as if it were once.
 */
@ApplicationScoped
class SilenceReview {

    private static final int BATCH = 100;

    private static final String STALLED = """
            select s.municipality from stall s
            where s.state <> 'RESOLVED' and s.municipality > :after
                and (cast(:municipality as text) is null or s.municipality = :municipality)
                and (cast(:step as text) is null or s.step = :step)
            order by s.municipality limit :most""";

    private static final String CONCERNED = """
            select m.id from municipality m
            where m.id > :after and (cast(:municipality as text) is null or m.id = :municipality)
                and (cast(:step as text) is null or m.profile -> 'steps' @> to_jsonb(cast(:step as text)))
            order by m.id limit :most""";

    private final Silences silences;
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final Stalls stalls;
    private final Cases cases;
    private final CaseReview review;
    private final EntityManager entityManager;

    SilenceReview(
            Silences silences,
            Municipalities municipalities,
            Cycles cycles,
            Stalls stalls,
            Cases cases,
            CaseReview review,
            EntityManager entityManager) {
        this.silences = silences;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.stalls = stalls;
        this.cases = cases;
        this.review = review;
        this.entityManager = entityManager;
    }

    /** The silences that have to be applied. */
    @Transactional
    public List<Silence> toApply(Instant now) {
        return silences.toApply(now);
    }

    /** The municipalities it may change something for, in the order of their ids, as many as go into one transaction. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<String> touched(UUID id, String after) {
        Silence silence = silences.findById(id);
        if (silence == null) {
            return List.of();
        }
        return entityManager
                .createNativeQuery(silence.kind == Silence.Kind.SILENCE ? STALLED : CONCERNED, String.class)
                .setParameter("after", after)
                .setParameter("municipality", silence.municipality)
                .setParameter("step", silence.step)
                .setParameter("most", BATCH)
                .getResultList();
    }

    /** Looks again at what is open there. */
    @Transactional
    public void apply(List<String> ids, Instant now) {
        ids.stream().sorted().flatMap(id -> municipalities.lock(id).stream()).forEach(known -> apply(known, now));
    }

    /** Notes that it has been applied, unless it has been ended meanwhile. */
    @Transactional
    public void applied(Silence as) {
        silences.findByIdOptional(as.id, LockModeType.PESSIMISTIC_WRITE)
                .filter(silence -> Objects.equals(silence.endedAt, as.endedAt))
                .ifPresent(silence -> silence.applyAt = null);
    }

    private void apply(Municipality municipality, Instant now) {
        stalls.open(municipality.id()).ifPresent(stall -> cases.silence(stall, now));
        cycles.open(municipality.id()).ifPresent(open -> {
            List<Cycle> folded = List.of(cycles.refold(municipality, open.id()));
            review.afterChange(municipality, folded, now);
        });
        review.judgeLater(municipality, now);
        entityManager.flush();
    }
}
