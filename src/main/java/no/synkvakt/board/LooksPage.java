package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each engine database showed when it was looked at last. */
@Path("/feeds")
@Tag(name = "Pages")
class LooksPage {

    private final LookViews views;
    private final Language language;

    LooksPage(LookViews views, MailSettings settings) {
        this.views = views;
        this.language = settings.supportLanguage();
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance looks(LooksView view);
    }

    @GET
    @Produces(Html.TYPE)
    @Blocking
    @Transactional
    @Operation(summary = "The page of engine databases: what each showed last, and what could not be taken")
    public Response page() {
        return Html.ok(Templates.looks(views.all(language)), language);
    }
}
