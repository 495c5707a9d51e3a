package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.stall.Stall;
import org.jspecify.annotations.Nullable;

/** What a page says of a case: the same words as the mail about it. */
@Singleton
public class Letters {

    private final FactsWriter facts;
    private final StepCatalogue catalogue;
    private final MailSettings settings;

    Letters(FactsWriter facts, StepCatalogue catalogue, MailSettings settings) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** What an admin would be told of the stall now. */
    public Letter toAdmin(Municipality municipality, Stall stall, @Nullable Cycle cycle, Instant now) {
        Notice notice = notice(municipality, stall, cycle, Role.ADMIN, municipality.language(), now);
        notice.kind = kindToAdmin(stall);
        return new LetterWriter(notice, settings.replyTo(), null).write();
    }

    private static NoticeKind kindToAdmin(Stall stall) {
        if (stall.outage != null) {
            return NoticeKind.OUTAGE;
        }
        return stall.wasHandedOver() ? NoticeKind.ESCALATION : NoticeKind.STALL;
    }

    /** What support would be told of the stall now, or once it is over. */
    public Letter toSupport(Municipality municipality, Stall stall, @Nullable Cycle cycle, Instant now) {
        return new LetterWriter(forSupport(municipality, stall, cycle, now), settings.replyTo(), null).write();
    }

    /** All that support would be told is known of the stall now, but for what has been done about it. */
    public List<Letter.Detail> details(Municipality municipality, Stall stall, @Nullable Cycle cycle, Instant now) {
        Notice notice = forSupport(municipality, stall, cycle, now);
        Facts.Case known = Objects.requireNonNull(notice.facts().of());
        return new Details(notice.facts().theOwner(), known, new Wording(notice.language)).withoutActs();
    }

    private Notice forSupport(Municipality municipality, Stall stall, @Nullable Cycle cycle, Instant now) {
        Notice notice = notice(municipality, stall, cycle, Role.SUPPORT, settings.supportLanguage(), now);
        notice.kind = NoticeKind.ESCALATION;
        if (stall.resolvedAt != null) {
            notice.kind = NoticeKind.RESOLVED;
            notice.tells(notice.facts().cleared(stall, facts.labelOf(stall), stall.resolvedAt, stall.replacedBy()));
        }
        return notice;
    }

    /** What the stall's admin is asked to do, in support's language. */
    public List<String> actions(Municipality municipality, Stall stall, @Nullable Cycle cycle, Instant now) {
        Notice notice = notice(municipality, stall, cycle, Role.ADMIN, settings.supportLanguage(), now);
        return Objects.requireNonNull(notice.facts().of()).actions();
    }

    private Notice notice(
            Municipality municipality, Stall stall, @Nullable Cycle cycle, Role role, Language language, Instant now) {
        Notice notice = new Notice();
        notice.role = role;
        notice.language = language;
        NoticeWriter.Telling telling = new NoticeWriter.Telling(municipality, stall, cycle, null, now, now, true);
        notice.tells(facts.of(telling, role, null, language));
        return notice;
    }

    /** The chain as eFeide's own screen draws it. */
    public List<Letter.Row> chain(Cycle cycle, Language language) {
        List<Facts.Link> links = cycle.steps().stream()
                .map(run -> new Facts.Link(catalogue.labelOf(run.step()), run.state()))
                .toList();
        return ChainDrawing.of(links, new Wording(language));
    }
}
