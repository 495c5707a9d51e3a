package no.synkvakt.notice;

import java.util.List;
import java.util.Objects;
import no.synkvakt.stall.Act;
import org.jspecify.annotations.Nullable;

/** Puts the facts of one notice into words. */
final class LetterWriter {

    private final Notice notice;
    private final Facts.Owner owner;
    private final Wording wording;
    private final HeadMessages head;
    private final LeadMessages lead;
    private final ChainMessages chain;
    private final DetailMessages detail;
    private final LayoutMessages layout;
    private final String replyTo;
    private final @Nullable String page;

    /** The letter of a notice, whatever it is about. */
    static Letter write(Notice notice, String replyTo, @Nullable String page) {
        Facts.@Nullable Silence silence = notice.facts().silence();
        if (silence != null) {
            return new BlindLetter(notice, silence, replyTo, page).write();
        }
        Facts.@Nullable Unreachable unreachable = notice.facts().unreachable();
        if (unreachable != null) {
            return new UnreachableLetter(notice, unreachable, replyTo, page).write();
        }
        Facts.@Nullable Common outage = notice.facts().outage();
        return outage == null
                ? new LetterWriter(notice, replyTo, page).write()
                : new OutageLetter(notice, outage, replyTo, page).write();
    }

    /** @param page the address where the reader sees more and can act */
    LetterWriter(Notice notice, String replyTo, @Nullable String page) {
        this.notice = notice;
        this.owner = notice.facts().theOwner();
        this.wording = new Wording(notice.language);
        this.head = wording.sentences(HeadMessages.class);
        this.lead = wording.sentences(LeadMessages.class);
        this.chain = wording.sentences(ChainMessages.class);
        this.detail = wording.sentences(DetailMessages.class);
        this.layout = wording.sentences(LayoutMessages.class);
        this.replyTo = replyTo;
        this.page = page;
    }

    Letter write() {
        return switch (notice.kind) {
            case STALL, ESCALATION, REMINDER, OUTAGE -> alarm();
            case RESOLVED -> allClear();
            case TEST -> test();
            case BLIND, UNREACHABLE -> throw new IllegalStateException("no letter for " + notice.kind);
        };
    }

    private Letter alarm() {
        AlarmWords words = new AlarmWords(notice, stall(), wording);
        return letter(
                words.tone(),
                words.subject(),
                words.headline(),
                words.lead(),
                words.actions(),
                words.notes(),
                words.link(),
                words.why(),
                words.next(),
                words.pageLabel());
    }

    private Letter allClear() {
        Facts.Case stall = stall();
        StallWords words = StallWords.of(owner.name(), stall, wording);
        String other = stall.otherStep();
        if (other != null) {
            return plain(words.subjectReplaced(), words.headlineReplaced(other), List.of(lead.leadReplaced()));
        }
        return plain(
                words.subjectResolved(),
                words.headlineResolved(),
                isThanksTo(stall) ? List.of(lead.thanks(), lead.leadResolved()) : List.of(lead.leadResolved()));
    }

    /** Whether the recipient's side has solved it: somebody said to have acted, and it did not have to go to support. */
    private boolean isThanksTo(Facts.Case stall) {
        return notice.role == Role.ADMIN
                && stall.acts().stream().anyMatch(act -> act.kind() == Act.Kind.ACKNOWLEDGED)
                && stall.acts().stream().noneMatch(act -> act.kind() == Act.Kind.ESCALATED);
    }

    private Letter test() {
        return plain(head.subjectTest(owner.name()), head.headlineTest(owner.name()), List.of(lead.leadTest()));
    }

    /** A letter that asks for nothing. */
    private Letter plain(String subject, String headline, List<String> sentences) {
        return letter(
                Letter.Tone.OVER,
                subject,
                headline,
                String.join(" ", sentences),
                List.of(),
                List.of(),
                null,
                null,
                null,
                notice.role == Role.SUPPORT ? layout.pageSupport() : layout.pageLook());
    }

    private Letter letter(
            Letter.Tone tone,
            String subject,
            String headline,
            String lead,
            List<String> actions,
            List<String> notes,
            @Nullable String link,
            @Nullable String why,
            @Nullable String next,
            String pageLabel) {
        Facts.@Nullable Case stall = notice.facts().of();
        boolean forSupport = notice.role == Role.SUPPORT;
        return new Letter(
                notice.language,
                tone,
                subject,
                headline,
                lead,
                actions,
                notes,
                link,
                layout.article(),
                chain.title(),
                stall == null ? List.of() : ChainDrawing.of(stall.chain(), wording),
                why,
                next,
                page,
                pageLabel,
                detail.title(),
                forSupport && stall != null ? new Details(owner, stall, wording).list() : List.of(),
                forSupport ? layout.footSupport(replyTo) : layout.footAdmin(owner.name(), replyTo));
    }

    private Facts.Case stall() {
        return Objects.requireNonNull(notice.facts().of(), "a notice about a stall has its facts");
    }
}
