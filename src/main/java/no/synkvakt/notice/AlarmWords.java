package no.synkvakt.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Audience;
import org.jspecify.annotations.Nullable;

/** What an alarm says: what stands still, whose move it is, what to do, why Synkvakt thinks so, and what happens next. */
final class AlarmWords {

    private final Notice notice;
    private final String owner;
    private final Facts.Case stall;
    private final Wording wording;
    private final StallWords words;
    private final HeadMessages head;
    private final LeadMessages lead;
    private final ReasonMessages reason;
    private final LayoutMessages layout;

    AlarmWords(Notice notice, Facts.Case stall, Wording wording) {
        this.notice = notice;
        this.owner = notice.facts().theOwner().name();
        this.stall = stall;
        this.wording = wording;
        this.words = StallWords.of(owner, stall, wording);
        this.head = wording.sentences(HeadMessages.class);
        this.lead = wording.sentences(LeadMessages.class);
        this.reason = wording.sentences(ReasonMessages.class);
        this.layout = wording.sentences(LayoutMessages.class);
    }

    Letter.Tone tone() {
        return isForSupport() || isAdminsMove() ? Letter.Tone.ACT : Letter.Tone.WAIT;
    }

    String subject() {
        String subject = isForSupport() ? words.subjectSupport() : forAdmin();
        return notice.kind == NoticeKind.REMINDER ? head.reminder(subject) : subject;
    }

    /** What stands still since when: the first line. */
    String headline() {
        String since = wording.time(stall.since());
        return switch (stall.verdict()) {
            case NOT_STARTED -> head.headlineNotStarted(owner, stall.step(), since);
            case OVERRUN -> head.headlineOverrun(owner, stall.step(), since);
            case FAILED -> head.headlineFailed(owner, stall.step(), since);
            case HELD -> head.headlineHeld(owner, stall.step(), since);
            case MISSED -> head.headlineMissed(owner, since);
        };
    }

    /** Whose move it is. */
    String lead() {
        if (isForSupport()) {
            return isSelfService() ? handedOver() : lead.leadSupport();
        }
        if (isAdminsMove()) {
            return lead.leadAct();
        }
        if (isReportedDone()) {
            return lead.leadReportedDone(lastReportedDone());
        }
        if (isPartOfOutage()) {
            return lead.leadOutage();
        }
        return isLetOff() ? takenOver() : lead.leadTold();
    }

    /** An article to read; nobody reads one who has just been let off, or has acted. */
    @Nullable
    String link() {
        return isForSupport() || isToRead() ? stall.remedy().link() : null;
    }

    /** What the page shows, or is for. */
    String pageLabel() {
        if (isForSupport()) {
            return layout.pageSupport();
        }
        return isAdminsMove() ? layout.pageAct() : layout.pageLook();
    }

    List<String> actions() {
        return isAdminsMove() ? stall.actions() : List.of();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (stall.otherStep() != null) {
            notes.add(reason.replaces(stall.otherStep()));
        }
        notes.addAll(TroubleWords.of(stall.trouble(), wording));
        @Nullable String advice = isForSupport() ? stall.supportHint() : stall.note();
        if (advice != null) {
            notes.add(advice);
        }
        return notes;
    }

    @Nullable
    String why() {
        return words.why();
    }

    /** What happens when nobody does anything. */
    @Nullable
    String next() {
        if (isForSupport()) {
            return null;
        }
        if (stall.waitsUntil() != null) {
            return words.nextNotHelped(wording.time(stall.waitsUntil()));
        }
        if (!isAdminsMove()) {
            return words.nextAllClear();
        }
        if (stall.withSupport()) {
            return lead.alsoWithSupport();
        }
        return stall.escalatesAt() == null
                ? words.nextAllClear()
                : words.nextEscalation(wording.time(stall.escalatesAt()));
    }

    private String forAdmin() {
        if (isAdminsMove()) {
            return words.subjectAct();
        }
        if (isReportedDone()) {
            return words.subjectReportedDone();
        }
        if (isPartOfOutage()) {
            return head.subjectOutage(owner, stall.step());
        }
        return isLetOff() ? words.subjectTakenOver() : words.subjectTold();
    }

    /** Why nothing more is asked of an admin who could have solved it. */
    private String takenOver() {
        return switch (handover().map(Act::side).orElse(Act.Side.SYNKVAKT)) {
            case ADMIN -> lead.leadHelpComes();
            case SUPPORT -> lead.leadSupportsOwnMove();
            case SYNKVAKT ->
                said(Act.Kind.ACKNOWLEDGED)
                        .map(act -> lead.leadNotHelped(wording.time(act.at())))
                        .orElse(lead.leadTakenOver());
        };
    }

    /** Why a stall that the admin could solve is with support. */
    private String handedOver() {
        Optional<Act> handover = handover();
        if (handover.isEmpty()) {
            return lead.leadStillYours();
        }
        return switch (handover.get().side()) {
            case ADMIN -> lead.leadHelpWanted();
            case SUPPORT -> lead.leadYouTookOver();
            case SYNKVAKT ->
                said(Act.Kind.ACKNOWLEDGED)
                        .map(act -> lead.leadNothingMoved(wording.time(act.at())))
                        .orElse(lead.leadNobodyActed());
        };
    }

    private Optional<Act> handover() {
        return said(Act.Kind.ESCALATED);
    }

    private Optional<Act> said(Act.Kind kind) {
        return stall.acts().stream().filter(act -> act.kind() == kind).findFirst();
    }

    private boolean isToRead() {
        return !isLetOff() && !isReportedDone();
    }

    private String lastReportedDone() {
        return stall.acts().stream()
                .filter(act -> act.kind() == Act.Kind.ACKNOWLEDGED)
                .reduce((earlier, later) -> later)
                .map(act -> wording.time(act.at()))
                .orElse("");
    }

    private boolean isPartOfOutage() {
        return notice.kind == NoticeKind.OUTAGE;
    }

    private boolean isForSupport() {
        return notice.role == Role.SUPPORT;
    }

    private boolean isAdminsMove() {
        return !isForSupport() && isSelfService() && !isLetOff() && !isReportedDone();
    }

    /** While it is seen whether what was done helps, nothing is asked of the admin. */
    private boolean isReportedDone() {
        return stall.waitsUntil() != null;
    }

    /** Once it has been handed over, nothing is asked of the admin any more. */
    private boolean isLetOff() {
        return notice.kind == NoticeKind.ESCALATION
                || (isSelfService() && handover().isPresent());
    }

    private boolean isSelfService() {
        return stall.remedy().audience() == Audience.SELF_SERVICE;
    }
}
