package no.synkvakt.board;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.SentMail;
import org.jspecify.annotations.Nullable;

/** A mail as its recipient sees it, for a page to frame. */
final class FramedMail {

    /** A mail may style itself and do nothing else, wherever it is shown. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private FramedMail() {}

    /** Its HTML part; empty when there is no such notice, or no mail of it. */
    static Optional<Response> of(Optional<Notice> named, HttpServerResponse response) {
        return named.map(FramedMail::html).map(html -> {
            response.putHeader("Content-Security-Policy", POLICY);
            return Response.ok(html).header("Cache-Control", "no-store").build();
        });
    }

    private static @Nullable String html(Notice notice) {
        return notice.message == null ? null : SentMail.of(notice.message).html();
    }
}
