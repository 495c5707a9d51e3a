package no.synkvakt.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How mails speak of a step that stands still. */
final class StepWords implements StallWords {

    private final String owner;
    private final Facts.Case stall;
    private final Wording wording;
    private final HeadMessages head;
    private final LeadMessages lead;

    StepWords(String owner, Facts.Case stall, Wording wording) {
        this.owner = owner;
        this.stall = stall;
        this.wording = wording;
        this.head = wording.sentences(HeadMessages.class);
        this.lead = wording.sentences(LeadMessages.class);
    }

    @Override
    public String subjectAct() {
        return head.subjectAct(owner, stall.step());
    }

    @Override
    public String subjectTold() {
        return head.subjectTold(owner, stall.step());
    }

    @Override
    public String subjectTakenOver() {
        return head.subjectTakenOver(owner, stall.step());
    }

    @Override
    public String subjectReportedDone() {
        return head.subjectReportedDone(owner, stall.step());
    }

    @Override
    public String subjectSupport() {
        return head.subjectSupport(owner, stall.step(), wording.verdict(stall.verdict()));
    }

    @Override
    public String subjectResolved() {
        return head.subjectResolved(owner, stall.step());
    }

    @Override
    public String subjectReplaced() {
        return head.subjectReplaced(owner, stall.step());
    }

    @Override
    public String headlineResolved() {
        return head.headlineResolved(owner, stall.step());
    }

    @Override
    public String headlineReplaced(String other) {
        return head.headlineReplaced(owner, stall.step(), other);
    }

    /** How long it has taken, against how long it usually takes, or may. */
    @Override
    public @Nullable String why() {
        return switch (stall.verdict()) {
            case NOT_STARTED, OVERRUN -> whyLate();
            case FAILED, HELD, MISSED -> null;
        };
    }

    @Override
    public String nextAllClear() {
        return lead.nextAllClear(stall.step());
    }

    @Override
    public String nextEscalation(String at) {
        return lead.nextEscalation(at);
    }

    @Override
    public String nextNotHelped(String at) {
        return lead.nextNotHelped(at);
    }

    private @Nullable String whyLate() {
        ReasonMessages reason = wording.sentences(ReasonMessages.class);
        if (stall.usual() != null && stall.toldAt() != null) {
            Duration waited = Duration.between(stall.since(), stall.toldAt());
            return reason.whyUsually(wording.duration(stall.usual()), wording.duration(waited));
        }
        return stall.expected() == null
                ? null
                : reason.why(wording.time(stall.dueAt()), wording.duration(stall.expected()));
    }
}
