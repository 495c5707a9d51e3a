package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Set;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.NoticeWriter;
import no.synkvakt.notice.Outbox;
import no.synkvakt.notice.Role;
import no.synkvakt.playbook.Playbook;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.CommonCause;
import no.synkvakt.stall.Finding;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Stalls;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a stall, each together with the notices it causes. The caller holds the municipality's lock, and its
 * commit makes all of it so.
 */
@ApplicationScoped
class Cases {

    private final Stalls stalls;
    private final Playbook playbook;
    private final NoticeWriter notices;
    private final Outbox outbox;
    private final StepCatalogue catalogue;
    private final Patience patience;
    private final CaseMails mails;
    private final Event<StallNews> news;

    Cases(
            Stalls stalls,
            Playbook playbook,
            NoticeWriter notices,
            Outbox outbox,
            StepCatalogue catalogue,
            Patience patience,
            CaseMails mails,
            Event<StallNews> news) {
        this.stalls = stalls;
        this.playbook = playbook;
        this.notices = notices;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.patience = patience;
        this.mails = mails;
        this.news = news;
    }

    /** Opens a stall. Its first notices wait, so that what ends by itself in a moment mails nobody. */
    void raise(Municipality municipality, Cycle cycle, Finding finding, Instant now) {
        Stall stall = stall(municipality, cycle.id(), finding, now);
        open(stall);
        mails.tell(mails.telling(municipality, stall, cycle, now));
    }

    /** Opens a stall for a cycle that did not begin. */
    void raiseMissed(Municipality municipality, Finding finding, Instant now) {
        Stall stall = stall(municipality, null, finding, now);
        open(stall);
        mails.tell(mails.telling(municipality, stall, now));
    }

    /** Another step stands still now: its stall takes the open one's place, and its mail says so. */
    void replace(Municipality municipality, Stall former, Cycle cycle, Finding finding, Instant now) {
        Stall stall = stall(municipality, cycle.id(), finding, now);
        stall.replaces = former.id;
        String label = catalogue.labelOf(stall.step == null ? "" : stall.step);
        former.resolve(Act.ofSynkvakt(now, Act.Kind.REPLACED, label));
        news.fire(StallNews.of(StallNews.Kind.RESOLVED, former));
        outbox.cancelUnattempted(former.id);
        Set<Role> waiting = CaseMails.waitingForOutage(former);
        waiting.addAll(CaseMails.toldOf(stall));
        notices.giveAllClear(municipality, former, waiting, label, now);
        open(stall);
        mails.tell(mails.telling(municipality, stall, cycle, now));
    }

    /**
     * Takes over a later finding of the same step. People are mailed again only if something else is asked of them; what
     * they were about to be told is told anew.
     */
    void change(Municipality municipality, Stall stall, Cycle cycle, Finding finding, Instant now) {
        Remedy former = stall.remedy;
        if (stall.verdict != finding.verdict()) {
            stall.record(Act.ofSynkvakt(now, Act.Kind.CHANGED, stall.verdict.name()));
        }
        outbox.cancelToldAnew(stall.id);
        if (!stall.wasHandedOver() && !notices.hasTold(stall, Role.SUPPORT)) {
            stall.state = stall.state == StallState.ESCALATED ? StallState.OPEN : stall.state;
        }
        stall.judge(cycle.id(), finding, remedy(municipality, finding));
        share(stall, shared(municipality, stall), now);
        stall.lookAgain();
        NoticeWriter.Telling telling = mails.telling(municipality, stall, cycle, now);
        if (stall.remedy.asksOtherThan(former)) {
            remindLater(stall, telling.sendAt());
            mails.tell(telling.toEverybody());
        } else {
            mails.tell(telling);
        }
    }

    /** The stall is over. What nobody was told of is called off; who was told gets the all-clear. */
    void resolve(Municipality municipality, Stall stall, Instant now) {
        stall.resolve(Act.ofSynkvakt(now, Act.Kind.RESOLVED, null));
        news.fire(StallNews.of(StallNews.Kind.RESOLVED, stall));
        outbox.cancelUnattempted(stall.id);
        notices.giveAllClear(municipality, stall, CaseMails.waitingForOutage(stall), null, now);
    }

    /**
     * Somebody has acted on the stall: unless it is with support, it is seen until the time given whether that helps. An
     * admin who is about to be told what to do is told instead that it has been done.
     */
    void acknowledge(Municipality municipality, Stall stall, Act act, Instant due) {
        stall.record(act);
        if (stall.state == StallState.OPEN) {
            stall.state = StallState.ACKNOWLEDGED;
            stall.dueAt = due;
            stall.lookAgain();
            outbox.cancelToldAnew(stall.id);
            notices.tellAdmins(mails.telling(municipality, stall, act.at()));
        }
    }

    /** The municipality is to be mailed again: whoever has not been told of its stall is told now. */
    void tellWhoeverWasNot(Municipality municipality, Stall stall, Instant now) {
        share(stall, shared(municipality, stall), now);
        NoticeWriter.Telling telling = mails.telling(municipality, stall, now);
        if (!notices.hasTold(stall, Role.ADMIN)) {
            remindLater(stall, telling.sendAt());
        }
        mails.tell(telling);
    }

    /** Nobody is to be mailed of the municipality any more: what is still held is called off, and it is part of no outage. */
    void hush(Stall stall, Instant now) {
        outbox.cancelUnattempted(stall.id);
        share(stall, null, now);
    }

    /**
     * Hands the stall to support. Once it is there, nothing new. An admin who is about to be told what to do is told
     * instead that support has it.
     */
    void escalate(Municipality municipality, Stall stall, Act act) {
        if (stall.state != StallState.ESCALATED) {
            stall.state = StallState.ESCALATED;
            stall.record(act);
            news.fire(StallNews.of(StallNews.Kind.ESCALATED, stall));
            remindLater(stall, act.at());
            outbox.cancelToldAnew(stall.id);
            notices.tellAdmins(mails.telling(municipality, stall, act.at()));
            notices.tellSupport(mails.toAll(municipality, stall, act.at()));
        }
    }

    /** The clock hands the stall to support, since nobody has solved it; an admin who knows of it is told so. */
    void handOver(Municipality municipality, Stall stall, Instant now) {
        escalate(municipality, stall, Act.ofSynkvakt(now, Act.Kind.ESCALATED, null));
        notices.tellAdminsOfHandover(mails.toAll(municipality, stall, now));
    }

    /** Reminds whoever must act, and nobody else. */
    void remind(Municipality municipality, Stall stall, Instant now) {
        notices.remind(
                mails.toAll(municipality, stall, now), stall.state == StallState.ESCALATED ? Role.SUPPORT : Role.ADMIN);
        remindLater(stall, now);
    }

    /**
     * The stall is part of an outage. What was about to be told of it alone is called off; who knows nothing of it yet is
     * told that it is a known problem.
     */
    void join(Municipality municipality, Stall stall, Outage outage, Instant now) {
        Set<String> owed = notices.adminsAboutToBeTold(stall);
        stall.join(outage.id);
        outbox.cancelToldAnew(stall.id);
        notices.tellAdminsOfOutage(mails.telling(municipality, stall, now), owed);
    }

    /** Silences have changed: what has not been told yet is told when they end. */
    void silence(Stall stall, Instant now) {
        stall.silencedUntil = mails.silencedUntil(stall, now);
        stall.lookAgain();
        outbox.postpone(stall.id, mails.sendAt(stall, now));
    }

    private void open(Stall stall) {
        stalls.add(stall);
        notices.nobodyKnowsOf(stall);
        news.fire(StallNews.opened(stall));
    }

    /** One that leaves its outage is reminded of by itself again. */
    private void share(Stall stall, @Nullable CommonCause with, Instant now) {
        boolean wasPart = stall.outage != null;
        stall.mayShare(with);
        if (wasPart && stall.outage == null) {
            remindLater(stall, now);
        }
    }

    /** Of a stall that is part of an outage, support is reminded by that. */
    private void remindLater(Stall stall, Instant mailedAt) {
        stall.remindAt = stall.outage == null ? patience.remindAt(mailedAt) : null;
        stall.lookAgain();
    }

    private Stall stall(Municipality municipality, @Nullable String cycle, Finding finding, Instant now) {
        Stall stall = Stall.of(municipality.id(), cycle, finding, remedy(municipality, finding), now);
        stall.mayShare(shared(municipality, stall));
        stall.silencedUntil = mails.silencedUntil(stall, now);
        stall.escalateAt = patience.escalateAt(now);
        remindLater(stall, mails.sendAt(stall, now));
        return stall;
    }

    /** What the stall may share with others: only what support alone can solve, of those who are to be told. */
    private @Nullable CommonCause shared(Municipality municipality, Stall stall) {
        if (stall.remedy.audience() != Audience.SUPPORT || stall.step == null || !municipality.notifies()) {
            return null;
        }
        Step.@Nullable Direction direction =
                catalogue.find(stall.step).map(Step::direction).orElse(null);
        return CommonCause.of(municipality, stall.step, direction);
    }

    private Remedy remedy(Municipality municipality, Finding finding) {
        return playbook.remedyFor(municipality, finding.step(), finding.verdict());
    }
}
