package no.synkvakt.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words what support is told when nobody at a school owner can be mailed. */
final class UnreachableLetter {

    private final Notice notice;
    private final Facts.Unreachable unreachable;
    private final Wording wording;
    private final UnreachableMessages words;
    private final LayoutMessages layout;
    private final String replyTo;
    private final @Nullable String page;

    UnreachableLetter(Notice notice, Facts.Unreachable unreachable, String replyTo, @Nullable String page) {
        this.notice = notice;
        this.unreachable = unreachable;
        this.wording = new Wording(notice.language);
        this.words = wording.sentences(UnreachableMessages.class);
        this.layout = wording.sentences(LayoutMessages.class);
        this.replyTo = replyTo;
        this.page = page;
    }

    Letter write() {
        Facts.Owner owner = notice.facts().theOwner();
        return new Letter(
                notice.language,
                Letter.Tone.ACT,
                words.subject(owner.name()),
                words.headline(owner.name()),
                lead(),
                List.of(words.call(), words.correct()),
                List.of(),
                null,
                layout.article(),
                "",
                List.of(),
                null,
                words.next(),
                page,
                unreachable.since() == null ? words.page() : words.pageOfStall(),
                words.refused(),
                unreachable.contacts().stream()
                        .map(contact -> new Letter.Detail(contact.address(), contact.reason()))
                        .toList(),
                layout.footSupport(replyTo));
    }

    private String lead() {
        if (unreachable.since() == null) {
            return words.leadNothing();
        }
        String since = wording.time(unreachable.since());
        return unreachable.step() == null || unreachable.step().isEmpty()
                ? words.leadMissed(since)
                : words.leadStall(unreachable.step(), since);
    }
}
