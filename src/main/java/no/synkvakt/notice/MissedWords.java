package no.synkvakt.notice;

/** How mails speak of a cycle that did not begin. */
final class MissedWords implements StallWords {

    private final String owner;
    private final Facts.Case stall;
    private final Wording wording;
    private final MissedMessages missed;

    MissedWords(String owner, Facts.Case stall, Wording wording) {
        this.owner = owner;
        this.stall = stall;
        this.wording = wording;
        this.missed = wording.sentences(MissedMessages.class);
    }

    @Override
    public String subjectAct() {
        return missed.subjectAct(owner);
    }

    @Override
    public String subjectTold() {
        return missed.subjectTold(owner);
    }

    @Override
    public String subjectTakenOver() {
        return missed.subjectTakenOver(owner);
    }

    @Override
    public String subjectReportedDone() {
        return missed.subjectReportedDone(owner);
    }

    @Override
    public String subjectSupport() {
        return missed.subjectSupport(owner);
    }

    @Override
    public String subjectResolved() {
        return missed.subjectResolved(owner);
    }

    @Override
    public String subjectReplaced() {
        return missed.subjectReplaced(owner);
    }

    @Override
    public String headlineResolved() {
        return missed.headlineResolved(owner);
    }

    @Override
    public String headlineReplaced(String other) {
        return missed.headlineReplaced(owner, other);
    }

    /** When there was one last, and how long a new one was waited for. */
    @Override
    public String why() {
        String waited = missed.waited(wording.time(stall.dueAt()));
        return stall.last() == null ? waited : last(stall.last()) + " " + waited;
    }

    @Override
    public String nextAllClear() {
        return missed.nextAllClear();
    }

    @Override
    public String nextEscalation(String at) {
        return missed.nextEscalation(at);
    }

    @Override
    public String nextNotHelped(String at) {
        return missed.nextNotHelped(at);
    }

    private String last(Facts.Last last) {
        String started = wording.time(last.startedAt());
        return last.completedAt() == null
                ? missed.lastBegan(started)
                : missed.lastRan(started, wording.time(last.completedAt()));
    }
}
