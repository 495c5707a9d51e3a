package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Wording;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The page of silences and maintenance windows: what is quiet, and a form to ask for more. A GET changes nothing. */
@Path("/silence")
@Produces(Html.TYPE)
@Tag(name = "Pages")
@Blocking
class SilencePage {

    private static final String MADE = "made";
    private static final String ENDED = "ended";
    private static final String OVER = "over";

    private final SilenceViews views;
    private final SilenceButtons buttons;
    private final SecurityIdentity caller;
    private final Language language;
    private final SilenceMessages words;

    SilencePage(SilenceViews views, SilenceButtons buttons, SecurityIdentity caller, MailSettings settings) {
        this.views = views;
        this.buttons = buttons;
        this.caller = caller;
        this.language = settings.supportLanguage();
        this.words = new Wording(language).sentences(SilenceMessages.class);
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance silences(SilencesView view);
    }

    @GET
    @Operation(summary = "The page of silences and maintenance windows")
    public Response page(
            @QueryParam("municipality") @Nullable String municipality,
            @QueryParam(Pressed.DONE) @Nullable String done) {
        return Html.ok(page(SilenceForm.empty(municipality), Map.of(), answer(done)), language);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The button: keep quiet")
    public Response make(
            @FormParam("id") @Nullable String id,
            @FormParam("kind") @Nullable String kind,
            @FormParam("municipality") @Nullable String municipality,
            @FormParam("step") @Nullable String step,
            @FormParam("from") @Nullable String from,
            @FormParam("until") @Nullable String until,
            @FormParam("reason") @Nullable String reason) {
        SilenceForm form = SilenceForm.of(id, kind, municipality, step, from, until, reason);
        Map<String, String> errors = buttons.make(form, by());
        return errors.isEmpty() ? back(MADE) : Html.refused(page(form, errors, ""), language);
    }

    @POST
    @Path("/{id}/end")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Operation(summary = "The button: end the quiet now")
    public Response end(@PathParam("id") String id) {
        return back(Ids.uuid(id).filter(known -> buttons.end(known, by())).isPresent() ? ENDED : OVER);
    }

    private TemplateInstance page(SilenceForm form, Map<String, String> errors, String answer) {
        return Templates.silences(views.of(caller.hasRole("operator"), form, errors, answer));
    }

    private static Response back(String done) {
        return Response.seeOther(URI.create("/silence?done=" + done)).build();
    }

    private String answer(@Nullable String done) {
        return switch (done == null ? "" : done) {
            case MADE -> words.doneMade();
            case ENDED -> words.doneEnded();
            case OVER -> words.doneOver();
            default -> "";
        };
    }

    private String by() {
        return caller.getPrincipal().getName();
    }
}
