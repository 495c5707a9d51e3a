package no.synkvakt.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Sis;
import org.jspecify.annotations.Nullable;

/** What support gets when nobody at a school owner can be mailed, from facts that never change. */
final class UnreachableGallery {

    private static final UUID STALL = UUID.fromString("4e1d8c3a-0000-4000-8000-000000000001");
    private static final Instant SINCE = Instant.parse("2026-11-23T02:00:00+01:00");
    private static final String BASE = "https://synkvakt.example/";

    private UnreachableGallery() {}

    static List<GalleryMail> mails(Language language, String replyTo) {
        return List.of(
                mail("unreachable-stall", language, replyTo, "Import FlyVo", SINCE),
                mail("unreachable-missed", language, replyTo, "", SINCE),
                mail("unreachable", language, replyTo, null, null));
    }

    private static GalleryMail mail(
            String name, Language language, String replyTo, @Nullable String step, @Nullable Instant since) {
        Facts.Owner owner = new Facts.Owner(
                "lillestrom.kommune.no", "Lillestrøm", "3205", Sis.VISMA_FLYT, null, null, null, List.of());
        List<Facts.Refused> contacts = List.of(
                new Facts.Refused("ikt@lillestrom.example", "550 5.1.1 no such mailbox"),
                new Facts.Refused("skole@lillestrom.example", "550 5.1.1 no such mailbox"));
        Notice notice = new Notice();
        notice.kind = NoticeKind.UNREACHABLE;
        notice.role = Role.SUPPORT;
        notice.language = language;
        notice.tells(
                Facts.of(owner, null).with(new Facts.Unreachable(since == null ? null : STALL, step, since, contacts)));
        String page = since == null ? BASE + "m/lillestrom.kommune.no" : BASE + "stalls/" + STALL;
        return new GalleryMail(name, notice.kind, language, LetterWriter.write(notice, replyTo, page));
    }
}
