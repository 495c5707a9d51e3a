package no.synkvakt.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.synkvakt.base.AtHand;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import org.jspecify.annotations.Nullable;

/** What people have asked to be kept quiet, past, present and to come. */
@ApplicationScoped
public class Silences implements PanacheRepositoryBase<Silence, UUID>, Windows {

    private static final String ADD = """
            insert into silence (id, kind, municipality, step, from_at, until_at, reason, made_by, made_at, apply_at)
            values (:id, :kind, :municipality, :step, :from, :until, :reason, :by, :at, :apply) on conflict (id) do nothing""";

    private final AtHand<String, Ahead> ahead;
    private final AtHand<Instant, List<Silence>> lasting;

    Silences(TransactionSynchronizationRegistry transaction) {
        this.ahead = new AtHand<>(transaction);
        this.lasting = new AtHand<>(transaction);
    }

    /** The maintenance of a municipality that was not over at a time, read ahead. */
    private record Ahead(Instant notOverAt, List<Silence> windows) {}

    /** What a client is told who names a silence that is not there. */
    public static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "There is no silence with the id " + Characters.printable(id) + ".",
                new FieldError("id", id, "the id of a silence, as GET /api/v1/silences lists them"));
    }

    /** Until when nobody is to be told of a stall; empty when they may be. Silences that follow each other are one. */
    public Optional<Instant> silencedUntil(String municipality, @Nullable String step, Instant now) {
        List<Silence> covering = notOver(now).stream()
                .filter(silence -> silence.covers(municipality, step))
                .toList();
        return Quietness.until(now, covering);
    }

    private List<Silence> notOver(Instant now) {
        return lasting.get(
                        now,
                        () -> Optional.of(
                                list("until > ?1 and kind = ?2 order by from, id", now, Silence.Kind.SILENCE)))
                .orElseThrow();
    }

    /** Until when nobody is to be told of that step of anybody; empty when they may be. */
    public Optional<Instant> silencedForAllUntil(String step, Instant now) {
        return Quietness.until(
                now,
                list(
                        "municipality is null and (step is null or step = ?1) and until > ?2 and kind = ?3 order by from",
                        step,
                        now,
                        Silence.Kind.SILENCE));
    }

    @Override
    public List<Silence> of(String municipality, Instant notOverAt) {
        return ahead.get(municipality, Optional::empty)
                .filter(known -> !known.notOverAt().isAfter(notOverAt))
                .map(known -> known.windows().stream()
                        .filter(window -> window.until.isAfter(notOverAt))
                        .toList())
                .orElseGet(() -> maintenance(Set.of(municipality), notOverAt));
    }

    @Override
    public void readAhead(Collection<String> municipalities, Instant notOverAt) {
        List<Silence> windows = maintenance(municipalities, notOverAt);
        municipalities.forEach(municipality -> ahead.put(
                municipality,
                new Ahead(
                        notOverAt,
                        windows.stream()
                                .filter(window ->
                                        window.municipality == null || window.municipality.equals(municipality))
                                .toList())));
    }

    private List<Silence> maintenance(Collection<String> municipalities, Instant notOverAt) {
        return list(
                "until > ?1 and kind = ?2 and (municipality is null or array_contains(?3, municipality))"
                        + " order by from, id",
                notOverAt,
                Silence.Kind.MAINTENANCE,
                municipalities.toArray(String[]::new));
    }

    /** How many are not over that have no effect, because this version does not know their kind. */
    public long ofUnknownKind(Instant now) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select count(*) from silence where until_at > :now and ended_at is null and kind not in :known")
                        .setParameter("now", now)
                        .setParameter(
                                "known",
                                Stream.of(Silence.Kind.values()).map(Enum::name).toList())
                        .getSingleResult())
                .longValue();
    }

    /** Those that are not over. */
    public List<Silence> lasting(Instant now) {
        return list("until > ?1 and (endedAt is null or endedAt > ?1) order by from, id", now);
    }

    /** Those of the municipality or of all that are in force, the one that ends last first. */
    public List<Silence> inForce(String municipality, Instant now) {
        return list(
                "until > ?1 and (endedAt is null or endedAt > ?1) and from <= ?1"
                        + " and (municipality is null or municipality = ?2) order by until desc, id",
                now,
                municipality);
    }

    /**
     * Adds it, unless one with its id is there: whoever asks twice asks for one.
     *
     * @return whether it was added
     */
    public boolean add(Silence silence) {
        return getEntityManager()
                        .createNativeQuery(ADD)
                        .setParameter("id", silence.id)
                        .setParameter("kind", silence.kind.name())
                        .setParameter("municipality", silence.municipality)
                        .setParameter("step", silence.step)
                        .setParameter("from", silence.from)
                        .setParameter("until", silence.until)
                        .setParameter("reason", silence.reason)
                        .setParameter("by", silence.madeBy)
                        .setParameter("at", silence.madeAt)
                        .setParameter("apply", silence.applyAt)
                        .executeUpdate()
                > 0;
    }

    /** Those that the watcher has to apply. */
    public List<Silence> toApply(Instant now) {
        return list("applyAt <= ?1 order by applyAt, id", now);
    }
}
