package no.synkvakt.board;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.synkvakt.municipality.Language;

/** Answers with a page, which nobody keeps: it is another the next time. */
final class Html {

    static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    private Html() {}

    static Response ok(TemplateInstance page, Language language) {
        return answer(Response.Status.OK, page, language);
    }

    static Response notFound(TemplateInstance page, Language language) {
        return answer(Response.Status.NOT_FOUND, page, language);
    }

    private static Response answer(Response.Status status, TemplateInstance page, Language language) {
        return Response.status(status)
                .type(TYPE)
                .entity(page.setLocale(language.locale()).render())
                .header("Cache-Control", "no-store")
                .build();
    }
}
