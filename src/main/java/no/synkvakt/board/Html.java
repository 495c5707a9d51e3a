package no.synkvakt.board;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.synkvakt.municipality.Language;

/** Answers with a page, which nobody keeps: it is another the next time. */
final class Html {

    static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    private static final int UNPROCESSABLE = 422;

    private Html() {}

    static Response ok(TemplateInstance page, Language language) {
        return answer(200, page, language);
    }

    /** A form that is shown again, with what is wrong with it. */
    static Response refused(TemplateInstance page, Language language) {
        return answer(UNPROCESSABLE, page, language);
    }

    static Response notFound(TemplateInstance page, Language language) {
        return answer(404, page, language);
    }

    /** A page that is there, and cannot be shown. */
    static Response broken(TemplateInstance page, Language language) {
        return answer(500, page, language);
    }

    private static Response answer(int status, TemplateInstance page, Language language) {
        return Response.status(status)
                .type(TYPE)
                .entity(page.setLocale(language.locale()).render())
                .header("Cache-Control", "no-store")
                .build();
    }
}
