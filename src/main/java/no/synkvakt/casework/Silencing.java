package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.AuditEntry.Deed;
import no.synkvakt.casework.AuditTrail.Subject;
import no.synkvakt.deadline.Silence;
import no.synkvakt.deadline.Silences;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import org.jspecify.annotations.Nullable;

/** What operators ask to be kept quiet, and when they want to hear again. */
@ApplicationScoped
public class Silencing {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_REASON = 200;

    private final Silences silences;
    private final Municipalities municipalities;
    private final StepCatalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    Silencing(
            Silences silences, Municipalities municipalities, StepCatalogue catalogue, AuditTrail audit, Clock clock) {
        this.silences = silences;
        this.municipalities = municipalities;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody asks for.
     *
     * @param municipality null for all
     * @param step its id or label; null for all
     * @param from null for now
     */
    public record Wish(
            Silence.Kind kind,
            @Nullable String municipality,
            @Nullable String step,
            @Nullable Instant from,
            Instant until,
            @Nullable String reason) {}

    /**
     * Keeps quiet what is asked for. It has to be applied to what is open.
     *
     * @throws ProblemException 422 when there is no such municipality or step, or the times make no sense
     */
    @Transactional
    public Silence make(Wish wish, String by) {
        return make(UUID.randomUUID(), wish, by);
    }

    /** The same for somebody who may ask twice: with the same id they ask for one. */
    @Transactional
    public Silence make(UUID id, Wish wish, String by) {
        Instant now = clock.instant();
        Instant from = wish.from() == null ? now : wish.from();
        List<FieldError> errors = errors(wish, from, now);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Silence silence = new Silence();
        silence.id = id;
        silence.kind = wish.kind();
        silence.municipality = wish.municipality();
        silence.step = wish.step() == null
                ? null
                : catalogue.find(wish.step()).map(Step::id).orElseThrow();
        silence.from = from;
        silence.until = wish.until();
        silence.reason = wish.reason();
        silence.madeBy = by;
        silence.madeAt = now;
        silence.applyAt = silence.kind == Silence.Kind.MAINTENANCE || from.isBefore(now) ? now : from;
        if (silences.add(silence)) {
            record(silence, by, Deed.SILENCE_MADE, now);
        }
        return silence;
    }

    /**
     * Ends it now. Ended again, or over already: nothing new.
     *
     * @throws ProblemException 404 when there is none with that id
     */
    @Transactional
    public Silence end(UUID id, String by) {
        Instant now = clock.instant();
        Silence silence = silences.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Silences.unknown(id.toString()));
        if (silence.state(now) != Silence.State.OVER) {
            silence.end(now, by);
            record(silence, by, Deed.SILENCE_ENDED, now);
        }
        return silence;
    }

    private void record(Silence silence, String by, Deed deed, Instant now) {
        String step = silence.step == null ? "all steps" : silence.step;
        String what = silence.kind + ", " + step + ", until " + silence.end();
        audit.record(by, deed, new Subject(silence.municipality, silence.id.toString(), what), now);
    }

    private List<FieldError> errors(Wish wish, Instant from, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (wish.municipality() != null && !municipalities.lockUnread(wish.municipality())) {
            errors.add(new FieldError(
                    "municipality", wish.municipality(), "the id of a municipality, or nothing for all of them"));
        }
        if (wish.step() != null && catalogue.find(wish.step()).isEmpty()) {
            errors.add(new FieldError("step", wish.step(), "one of " + catalogue.ids() + ", or nothing for all"));
        }
        if (!wish.until().isAfter(now) || !wish.until().isAfter(from)) {
            errors.add(new FieldError("until", wish.until().toString(), "a time that is ahead, and later than from"));
        } else if (wish.until().isAfter(from.plus(LONGEST)) || from.isAfter(now.plus(LONGEST))) {
            errors.add(new FieldError("until", wish.until().toString(), "at most 366 days after from"));
        }
        if (wish.reason() != null && wish.reason().length() > LONGEST_REASON) {
            errors.add(new FieldError("reason", wish.reason(), "at most " + LONGEST_REASON + " characters"));
        }
        return errors;
    }
}
