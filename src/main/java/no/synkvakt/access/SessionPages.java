package no.synkvakt.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The addresses of a person's session. The provider's part of each is done before a request comes here. */
@Path("/")
@Tag(name = "Pages")
class SessionPages {

    private final RefusedPage pages;

    SessionPages(RefusedPage pages) {
        this.pages = pages;
    }

    @GET
    @Path(SignIn.LOGIN)
    @Operation(summary = "Leads to the board, past the login where there is no session")
    public Response login() {
        return Response.seeOther(URI.create("/")).build();
    }

    @GET
    @Path(SignIn.LOGOUT)
    @Operation(summary = "Ends the session, here and at the OIDC provider")
    public Response logout() {
        return Response.seeOther(URI.create(SignIn.SIGNED_OUT)).build();
    }

    @GET
    @Path(SignIn.SIGNED_OUT)
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(summary = "Says that the session has ended")
    public Response signedOut(@Context HttpServerRequest request) {
        return Response.ok(pages.signedOut(request).render())
                .header("Cache-Control", "no-store")
                .build();
    }
}
