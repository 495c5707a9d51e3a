package no.synkvakt.notice;

import java.time.Instant;
import java.util.List;
import no.synkvakt.municipality.Language;
import org.jspecify.annotations.Nullable;

/** What the operator gets of an engine that is not heard, from facts that never change. */
final class BlindGallery {

    private static final String SOURCE = "/efeide/engine-1";
    private static final String DATABASE = "/feed/efeide";
    private static final Instant SINCE = Instant.parse("2026-11-23T02:00:00+01:00");
    private static final Instant BACK = Instant.parse("2026-11-23T05:40:00+01:00");
    private static final String BOARD = "https://synkvakt.example/";
    private static final String UNKNOWN = BOARD + "?state=UNKNOWN";

    private BlindGallery() {}

    static List<GalleryMail> mails(Language language, String replyTo) {
        return List.of(
                mail(NoticeKind.BLIND, "blind", language, replyTo, null, 372),
                database(language, replyTo),
                mail(NoticeKind.BLIND, "blind-one-owner", language, replyTo, null, 1),
                mail(NoticeKind.BLIND, "blind-nobody", language, replyTo, null, 0),
                mail(NoticeKind.RESOLVED, "blind", language, replyTo, BACK, 372),
                mail(NoticeKind.RESOLVED, "blind-nobody", language, replyTo, BACK, 0),
                mail(NoticeKind.RESOLVED, "blind-forgotten", language, replyTo, null, 372));
    }

    private static GalleryMail database(Language language, String replyTo) {
        Facts.Silence unread = new Facts.Silence(DATABASE, SINCE, null, 372);
        return mail(NoticeKind.BLIND, "blind-database", language, replyTo, unread, BOARD + "feeds");
    }

    private static GalleryMail mail(
            NoticeKind kind, String name, Language language, String replyTo, @Nullable Instant backAt, long owners) {
        Facts.Silence silence = new Facts.Silence(SOURCE, SINCE, backAt, owners);
        return mail(kind, name, language, replyTo, silence, kind == NoticeKind.BLIND ? UNKNOWN : BOARD);
    }

    private static GalleryMail mail(
            NoticeKind kind, String name, Language language, String replyTo, Facts.Silence silence, String page) {
        Notice notice = new Notice();
        notice.kind = kind;
        notice.role = Role.OPERATOR;
        notice.language = language;
        notice.tells(Facts.of(silence));
        return new GalleryMail(name, kind, language, LetterWriter.write(notice, replyTo, page));
    }
}
