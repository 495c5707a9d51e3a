package no.synkvakt.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.synkvakt.stall.Audience;
import org.jspecify.annotations.Nullable;

/** Puts the facts of one notice into words. */
final class LetterWriter {

    private final Notice notice;
    private final Facts.Owner owner;
    private final Wording wording;
    private final Messages messages;
    private final String replyTo;

    LetterWriter(Notice notice, String replyTo) {
        this.notice = notice;
        this.owner = notice.facts.owner();
        this.wording = new Wording(notice.language);
        this.messages = wording.messages();
        this.replyTo = replyTo;
    }

    Letter write() {
        return switch (notice.kind) {
            case STALL -> alarm(forAdmin(stall()), leadForAdmin(stall()));
            case ESCALATION ->
                alarm(
                        messages.subjectSupport(owner.name(), stall().step(), wording.verdict(stall().verdict())),
                        leadForSupport(stall()));
            case RESOLVED -> allClear();
            case TEST -> test();
            case REMINDER, OUTAGE, BLIND -> throw new IllegalStateException("no letter for " + notice.kind);
        };
    }

    private Letter alarm(String subject, String lead) {
        Facts.Case stall = stall();
        List<String> actions = isForSupport() ? List.of() : stall.actions();
        return letter(
                subject,
                headline(stall),
                lead,
                actions,
                notes(stall),
                stall.remedy().link(),
                why(stall));
    }

    private String forAdmin(Facts.Case stall) {
        return isSelfService(stall)
                ? messages.subjectAct(owner.name(), stall.step())
                : messages.subjectTold(owner.name(), stall.step());
    }

    private String leadForAdmin(Facts.Case stall) {
        return isSelfService(stall) ? messages.leadAct() : messages.leadTold();
    }

    private String leadForSupport(Facts.Case stall) {
        return isSelfService(stall) ? messages.leadHandedOver() : messages.leadSupport();
    }

    private Letter allClear() {
        Facts.Case stall = stall();
        String other = stall.otherStep();
        return other == null
                ? letter(
                        messages.subjectResolved(owner.name(), stall.step()),
                        messages.headlineResolved(owner.name(), stall.step()),
                        messages.leadResolved(),
                        List.of(),
                        List.of(),
                        null,
                        null)
                : letter(
                        messages.subjectReplaced(owner.name(), stall.step()),
                        messages.headlineReplaced(owner.name(), stall.step(), other),
                        messages.leadReplaced(),
                        List.of(),
                        List.of(),
                        null,
                        null);
    }

    private Letter test() {
        return letter(
                messages.subjectTest(owner.name()),
                messages.headlineTest(owner.name()),
                messages.leadTest(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private String headline(Facts.Case stall) {
        String since = wording.time(stall.since());
        return switch (stall.verdict()) {
            case NOT_STARTED -> messages.headlineNotStarted(owner.name(), stall.step(), since);
            case OVERRUN -> messages.headlineOverrun(owner.name(), stall.step(), since);
            case FAILED -> messages.headlineFailed(owner.name(), stall.step());
            case HELD -> messages.headlineHeld(owner.name(), stall.step());
            case MISSED -> messages.headlineMissed(owner.name(), since);
        };
    }

    private List<String> notes(Facts.Case stall) {
        List<String> notes = new ArrayList<>();
        if (stall.otherStep() != null) {
            notes.add(messages.replaces(stall.otherStep()));
        }
        TroubleWords.of(stall.trouble(), wording).forEach(notes::add);
        @Nullable String advice = isForSupport() ? stall.supportHint() : stall.note();
        if (advice != null) {
            notes.add(advice);
        }
        if (!isForSupport() && isSelfService(stall)) {
            notes.add(messages.afterAct(stall.step()));
            notes.add(stall.withSupport() ? messages.alsoWithSupport() : messages.help());
        }
        return notes;
    }

    private @Nullable String why(Facts.Case stall) {
        return switch (stall.verdict()) {
            case NOT_STARTED, OVERRUN ->
                stall.expected() == null
                        ? null
                        : messages.why(wording.time(stall.dueAt()), wording.duration(stall.expected()));
            case FAILED, HELD, MISSED -> null;
        };
    }

    private Letter letter(
            String subject,
            String headline,
            String lead,
            List<String> actions,
            List<String> notes,
            @Nullable String link,
            @Nullable String why) {
        Facts.@Nullable Case stall = notice.facts.of();
        boolean detailed = isForSupport() && stall != null;
        return new Letter(
                notice.language,
                subject,
                headline,
                lead,
                actions,
                notes,
                link,
                messages.article(),
                messages.chain(),
                stall == null ? List.of() : ChainDrawing.of(stall.chain(), wording),
                why,
                messages.details(),
                detailed ? new Details(owner, Objects.requireNonNull(stall), wording).list() : List.of(),
                isForSupport() ? messages.footSupport(replyTo) : messages.footAdmin(owner.name(), replyTo));
    }

    private boolean isForSupport() {
        return notice.role == Role.SUPPORT;
    }

    private static boolean isSelfService(Facts.Case stall) {
        return stall.remedy().audience() == Audience.SELF_SERVICE;
    }

    private Facts.Case stall() {
        return Objects.requireNonNull(notice.facts.of(), "a notice about a stall has its facts");
    }
}
