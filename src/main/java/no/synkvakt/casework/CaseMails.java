package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.deadline.Silences;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.NoticeWriter;
import no.synkvakt.notice.Role;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Stalls;
import org.jspecify.annotations.Nullable;

/** Who is told of a case, and when. */
@ApplicationScoped
class CaseMails {

    private final Stalls stalls;
    private final NoticeWriter notices;
    private final StepCatalogue catalogue;
    private final Cycles cycles;
    private final Patience patience;
    private final Silences silences;

    CaseMails(
            Stalls stalls,
            NoticeWriter notices,
            StepCatalogue catalogue,
            Cycles cycles,
            Patience patience,
            Silences silences) {
        this.stalls = stalls;
        this.notices = notices;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.patience = patience;
        this.silences = silences;
    }

    /** What there is to tell those who have not been told, where the caller has no cycle at hand. */
    NoticeWriter.Telling telling(Municipality municipality, Stall stall, Instant now) {
        return telling(municipality, stall, cycleOf(stall), now);
    }

    /** What there is to tell those who have not been told. */
    NoticeWriter.Telling telling(Municipality municipality, Stall stall, @Nullable Cycle cycle, Instant now) {
        return new NoticeWriter.Telling(municipality, stall, cycle, replacedBy(stall), now, sendAt(stall, now), false);
    }

    /** When somebody may be mailed of the stall: not before others of its cause have been looked for. */
    Instant sendAt(Stall stall, Instant now) {
        return stall.afterSilence(patience.mailAt(stall.causeSought ? stall.detectedAt : now, now));
    }

    /** Until when nobody is told of it; null when they may be. */
    @Nullable
    Instant silencedUntil(Stall stall, Instant now) {
        return silences.silencedUntil(stall.municipality, stall.step, now).orElse(null);
    }

    /** The label of the step whose stall this one takes the place of. */
    private @Nullable String replacedBy(Stall stall) {
        return Optional.ofNullable(stall.replaces)
                .flatMap(stalls::findByIdOptional)
                .map(former -> former.step)
                .map(catalogue::labelOf)
                .orElse(null);
    }

    /** What there is to tell everybody, at once. */
    NoticeWriter.Telling toAll(Municipality municipality, Stall stall, Instant now) {
        return new NoticeWriter.Telling(municipality, stall, cycleOf(stall), null, now, now, true);
    }

    private @Nullable Cycle cycleOf(Stall stall) {
        return cycles.of(stall.municipality, stall.cycle).orElse(null);
    }

    /** Tells whoever is to be told of a stall of that remedy. */
    void tell(NoticeWriter.Telling telling) {
        if (telling.stall().outage != null) {
            notices.tellAdminsOfOutage(telling, Set.of());
            return;
        }
        notices.tellAdmins(telling);
        if (telling.stall().remedy.audience() == Audience.SUPPORT) {
            notices.tellSupport(telling);
        } else if (telling.stall().state == StallState.ESCALATED) {
            notices.tellSupport(telling.toThoseNotTold());
        }
    }

    /** Who gets the all-clear of a stall's outage instead of its own: support, when none of its stalls is left. */
    static Set<Role> waitingForOutage(Stall stall) {
        return stall.outage == null ? EnumSet.noneOf(Role.class) : EnumSet.of(Role.SUPPORT);
    }

    /** Who is told of a new stall. */
    static Set<Role> toldOf(Stall stall) {
        return stall.remedy.audience() == Audience.SUPPORT ? Set.of(Role.ADMIN, Role.SUPPORT) : Set.of(Role.ADMIN);
    }
}
