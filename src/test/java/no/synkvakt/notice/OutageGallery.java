package no.synkvakt.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Sis;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/** What support is mailed of an outage, in one language. */
final class OutageGallery {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final Instant NIGHT = Instant.parse("2026-11-23T02:12:00+01:00");
    private static final Instant DAY = Instant.parse("2026-11-23T09:40:00+01:00");
    private static final List<Facts.Affected> AFFECTED = List.of(
            affected("lillestrom.kommune.no", "Lillestrøm", Verdict.NOT_STARTED),
            affected("unjarga.kommune.no", "Unjárga - Nesseby", Verdict.FAILED),
            affected("kautokeino.kommune.no", "Guovdageaidnu - Kautokeino", Verdict.OVERRUN));

    private OutageGallery() {}

    static List<GalleryMail> mails(Language language) {
        return List.of(
                mail(NoticeKind.OUTAGE, "outage-to-support", language, Sis.VISMA_FLYT, AFFECTED),
                mail(NoticeKind.OUTAGE, "outage-without-sis", language, null, AFFECTED),
                mail(NoticeKind.REMINDER, "outage-to-support", language, Sis.VISMA_FLYT, AFFECTED),
                mail(NoticeKind.REMINDER, "outage-one-left", language, Sis.VISMA_FLYT, AFFECTED.subList(1, 2)),
                mail(NoticeKind.RESOLVED, "outage-to-support", language, Sis.VISMA_FLYT, List.of()));
    }

    private static Facts.Affected affected(String id, String name, Verdict verdict) {
        return new Facts.Affected(id, name, verdict, NIGHT.minusSeconds(3600));
    }

    private static GalleryMail mail(
            NoticeKind kind, String name, Language language, @Nullable Sis sis, List<Facts.Affected> affected) {
        Notice notice = new Notice();
        notice.kind = kind;
        notice.role = Role.SUPPORT;
        notice.language = language;
        String step = sis == null ? "Export LMS" : "Import Visma Flyt";
        notice.tells(Facts.of(new Facts.Common(ID, step, sis, NIGHT, affected.isEmpty() ? DAY : null, affected)));
        String page = "https://synkvakt.example/outages/" + ID;
        return new GalleryMail(name, kind, language, LetterWriter.write(notice, "support@vendor.example", page));
    }
}
