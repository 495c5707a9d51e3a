package no.synkvakt.notice;

import java.util.ArrayList;
import java.util.List;
import no.synkvakt.stall.CommonCause;
import org.jspecify.annotations.Nullable;

/** Puts into words what support is told of an outage as a whole. */
final class OutageLetter {

    /** More would make a mail nobody reads to the end; the page has them all. */
    private static final int MOST_LISTED = 500;

    private final Notice notice;
    private final Facts.Common outage;
    private final Wording wording;
    private final OutageMessages words;
    private final HeadMessages head;
    private final LayoutMessages layout;
    private final String replyTo;
    private final @Nullable String page;

    OutageLetter(Notice notice, Facts.Common outage, String replyTo, @Nullable String page) {
        this.notice = notice;
        this.outage = outage;
        this.wording = new Wording(notice.language);
        this.words = wording.sentences(OutageMessages.class);
        this.head = wording.sentences(HeadMessages.class);
        this.layout = wording.sentences(LayoutMessages.class);
        this.replyTo = replyTo;
        this.page = page;
    }

    Letter write() {
        return switch (notice.kind) {
            case OUTAGE -> letter(Letter.Tone.ACT, subject(), headline(), words.lead(), words.next(outage.step()));
            case REMINDER ->
                letter(
                        Letter.Tone.ACT,
                        head.reminder(subject()),
                        headline(),
                        outage.stalls().size() == 1 ? words.leadReminderOne() : words.leadReminder(),
                        words.next(outage.step()));
            case RESOLVED ->
                letter(Letter.Tone.OVER, words.subjectOver(what()), words.headlineOver(what()), words.leadOver(), null);
            case STALL, ESCALATION, BLIND, TEST, UNREACHABLE ->
                throw new IllegalStateException("no letter for " + notice.kind);
        };
    }

    private String subject() {
        return words.subject(what(), owners());
    }

    private String headline() {
        return words.headline(what(), owners(), wording.time(outage.since()));
    }

    private String owners() {
        int count = outage.stalls().size();
        return count == 1 ? words.oneOwner() : words.owners(count);
    }

    private String what() {
        return CommonCause.name(outage.step(), outage.sis());
    }

    private Letter letter(Letter.Tone tone, String subject, String headline, String lead, @Nullable String next) {
        return new Letter(
                notice.language,
                tone,
                subject,
                headline,
                lead,
                List.of(),
                List.of(),
                null,
                layout.article(),
                "",
                List.of(),
                null,
                next,
                page,
                words.page(),
                words.affected(),
                affected(),
                layout.footSupport(replyTo));
    }

    private List<Letter.Detail> affected() {
        List<Letter.Detail> list = new ArrayList<>();
        outage.stalls().stream()
                .limit(MOST_LISTED)
                .forEach(stall -> list.add(new Letter.Detail(
                        stall.name() + " (" + stall.id() + ")",
                        words.affectedSince(
                                wording.verdict(stall.verdict()), wording.shortTime(stall.since(), outage.since())))));
        int more = outage.stalls().size() - MOST_LISTED;
        if (more > 0) {
            list.add(new Letter.Detail(words.more(more), words.page()));
        }
        return List.copyOf(list);
    }
}
