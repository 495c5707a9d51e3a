package no.synkvakt.notice;

import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/** How mails speak of what stands still: a step, or a cycle that did not begin. */
interface StallWords {

    static StallWords of(String owner, Facts.Case stall, Wording wording) {
        return stall.verdict() == Verdict.MISSED
                ? new MissedWords(owner, stall, wording)
                : new StepWords(owner, stall, wording);
    }

    String subjectAct();

    String subjectTold();

    String subjectTakenOver();

    String subjectReportedDone();

    String subjectSupport();

    String subjectResolved();

    String subjectReplaced();

    String headlineResolved();

    String headlineReplaced(String other);

    /** Why Synkvakt thinks so; null when there is nothing to say. */
    @Nullable
    String why();

    String nextAllClear();

    String nextEscalation(String at);

    String nextNotHelped(String at);
}
