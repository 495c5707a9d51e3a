package no.synkvakt.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import org.jspecify.annotations.Nullable;

/** What people have asked to be kept quiet, past, present and to come. */
@ApplicationScoped
public class Silences implements PanacheRepositoryBase<Silence, UUID>, Windows {

    /** What a client is told who names a silence that is not there. */
    public static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "There is no silence with the id " + Characters.printable(id) + ".",
                new FieldError("id", id, "the id of a silence, as GET /api/v1/silences lists them"));
    }

    /** Until when nobody is to be told of a stall; empty when they may be. Silences that follow each other are one. */
    public Optional<Instant> silencedUntil(String municipality, @Nullable String step, Instant now) {
        List<Silence> covering = list("until > ?1 and kind = ?2 order by from, id", now, Silence.Kind.SILENCE).stream()
                .filter(silence -> silence.covers(municipality, step))
                .toList();
        return Quietness.until(now, covering);
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
        return list(
                "until > ?1 and kind = ?2 and (municipality is null or municipality = ?3) order by from, id",
                notOverAt,
                Silence.Kind.MAINTENANCE,
                municipality);
    }

    /** Those that are not over. */
    public List<Silence> lasting(Instant now) {
        return list("until > ?1 and (endedAt is null or endedAt > ?1) order by from, id", now);
    }

    /** Those that the watcher has to apply. */
    public List<UUID> toApply(Instant now) {
        return list("applyAt <= ?1 order by applyAt, id", now).stream()
                .map(silence -> silence.id)
                .toList();
    }
}
