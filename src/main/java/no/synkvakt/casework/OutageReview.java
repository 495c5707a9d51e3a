package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.deadline.Silences;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.notice.OutageNotices;
import no.synkvakt.stall.CommonCause;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Outages;
import no.synkvakt.stall.Stalls;
import org.jboss.logging.Logger;

/**
 * Finds out which stalls have one cause, and sees outages to their end. Each method is one transaction; any number of
 * replicas may call them at once.
 *
 * <ol>
 *   <li>A new stall that only support can solve has others of its cause looked for at the next tick, while its own mails are
 *       still held.
 *   <li>Enough of them that came close together are an outage; what comes later of that cause joins it.
 *   <li>An outage is over when none of its stalls is open.
 * </ol>
 *
 * The outage's lock comes before those of municipalities, which are taken in the order of ids.
 */
@ApplicationScoped
public class OutageReview {

    private static final Logger LOG = Logger.getLogger(OutageReview.class);

    /** How many join in one transaction: for so long their reports wait. */
    private static final int BATCH = 100;

    private final Outages outages;
    private final Stalls stalls;
    private final Municipalities municipalities;
    private final OutageNotices notices;
    private final Cases cases;
    private final Patience patience;
    private final Silences silences;

    OutageReview(
            Outages outages,
            Stalls stalls,
            Municipalities municipalities,
            OutageNotices notices,
            Cases cases,
            Patience patience,
            Silences silences) {
        this.silences = silences;
        this.outages = outages;
        this.stalls = stalls;
        this.municipalities = municipalities;
        this.notices = notices;
        this.cases = cases;
        this.patience = patience;
    }

    /** The causes for which others are to be looked for. */
    @Transactional
    public List<String> soughtCauses() {
        return outages.soughtCauses();
    }

    /** Looks for others of that cause; forms an outage where there are enough. */
    @Transactional
    public void seek(String cause, Instant now) {
        outages.lockCause(cause);
        List<Stalls.Suspect> suspects = stalls.suspects(cause);
        Optional<Instant> began = outages.open(cause)
                .map(outage -> outage.since)
                .or(() -> patience.outage(
                        suspects.stream().map(Stalls.Suspect::detectedAt).toList()));
        stalls.markSought(suspects.stream()
                .filter(suspect -> !suspect.sought())
                .filter(suspect -> began.isEmpty() || suspect.detectedAt().isBefore(began.get()))
                .map(Stalls.Suspect::id)
                .toList());
        if (began.isPresent() && outages.open(cause).isEmpty()) {
            form(cause, began.get(), now);
        }
    }

    /** Stalls whose cause cannot be read are told of one by one. */
    private void form(String cause, Instant began, Instant now) {
        try {
            outages.persist(Outage.of(CommonCause.of(cause), began, now, patience.remindAt(now)));
        } catch (IllegalArgumentException e) {
            LOG.errorf("The cause %s cannot be read; its stalls form no outage", cause);
            stalls.leaveOut(cause);
        }
    }

    /** The stalls that are to join the outage of that cause, as many as go into one transaction. */
    @Transactional
    public List<UUID> toJoin(String cause) {
        return outages.open(cause).stream()
                .flatMap(outage -> stalls.suspects(cause).stream()
                        .filter(suspect -> !suspect.detectedAt().isBefore(outage.since)))
                .limit(BATCH)
                .map(Stalls.Suspect::id)
                .toList();
    }

    /** Lets the stalls join the outage of their cause, unless they are over or part of one by now. */
    @Transactional
    public void join(String cause, List<UUID> joining, Instant now) {
        outages.lockOpen(cause).ifPresent(outage -> {
            stalls.owners(joining).stream()
                    .sorted()
                    .flatMap(owner -> municipalities.lock(owner).stream())
                    .forEach(municipality -> stalls.open(municipality.id())
                            .filter(stall -> joining.contains(stall.id))
                            .filter(stall -> cause.equals(stall.cause) && stall.outage == null)
                            .ifPresent(stall -> cases.join(municipality, stall, outage, now)));
            outages.flush();
            tell(outage, now);
        });
    }

    /** The outages whose mail to support nobody has tried to send yet. */
    @Transactional
    public List<UUID> untold() {
        return notices.untold();
    }

    /** Whoever is over meanwhile, or forgotten, does not come into support's list. */
    @Transactional
    public void tellAsItIs(UUID id, Instant now) {
        outages.lock(id).ifPresent(outage -> tell(outage, now));
    }

    private void tell(Outage outage, Instant now) {
        notices.tell(outage, now, afterSilence(outage, patience.mailAt(outage.since, now), now));
    }

    /** Leaves a stall that cannot join by itself; it is told of like any other. */
    @Transactional
    public void leaveOut(UUID stall) {
        stalls.leaveOut(stall);
    }

    /** The outages none of whose stalls is open. */
    @Transactional
    public List<UUID> withoutStalls() {
        return outages.withoutStalls();
    }

    /** Ends the outage unless somebody else has, or a stall has joined since. */
    @Transactional
    public void end(UUID id, Instant now) {
        outages.lock(id)
                .filter(outage -> outages.withoutStalls().contains(outage.id))
                .ifPresent(outage -> {
                    outage.end(now);
                    notices.giveAllClear(outage, now);
                });
    }

    /** The outages that support is to be reminded of. */
    @Transactional
    public List<UUID> toRemindOf(Instant now) {
        return outages.toRemindOf(now);
    }

    /** Reminds support of the outage unless somebody else has. */
    @Transactional
    public void remind(UUID id, Instant now) {
        outages.lock(id)
                .filter(outage -> outage.remindAt != null && !outage.remindAt.isAfter(now))
                .ifPresent(outage -> {
                    Instant remindAt = afterSilence(outage, now, now);
                    if (remindAt.isAfter(now)) {
                        outage.remindAt = remindAt;
                    } else {
                        notices.remind(outage, now);
                        outage.remindAt = patience.remindAt(now);
                    }
                });
    }

    /** Silences have changed: what support has not been told yet is told when they end. */
    @Transactional
    public void silence(Instant now) {
        outages.openIds().stream()
                .flatMap(open -> outages.lock(open).stream())
                .forEach(outage ->
                        notices.postpone(outage, afterSilence(outage, patience.mailAt(outage.since, now), now)));
    }

    private Instant afterSilence(Outage outage, Instant sendAt, Instant now) {
        return silences.silencedForAllUntil(outage.step, now)
                .filter(end -> end.isAfter(sendAt))
                .orElse(sendAt);
    }
}
