package no.synkvakt.registry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import no.synkvakt.casework.Onboarding;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.NoticeKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows that mail reaches a municipality's contacts. */
@Path("/api/v1/municipalities/{id}/test-mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Municipalities")
@Blocking
class TestMailResource {

    private final Onboarding onboarding;
    private final SecurityIdentity caller;

    TestMailResource(Onboarding onboarding, SecurityIdentity caller) {
        this.caller = caller;
        this.onboarding = onboarding;
    }

    /** A test mail on its way. */
    @RegisterForReflection
    record TestMail(UUID id, NoticeKind kind, @Nullable String to, String messageId) {

        static TestMail of(Notice notice) {
            return new TestMail(notice.id, notice.kind, notice.recipient, notice.messageId);
        }
    }

    /** The test mails on their way. */
    @RegisterForReflection
    record TestMails(List<TestMail> notices) {}

    @POST
    @Operation(summary = "Mail each contact a test")
    @APIResponse(responseCode = "202", description = "On their way")
    public Response testMail(@PathParam("id") String id) {
        List<Notice> notices =
                onboarding.testMail(id, caller.getPrincipal().getName()).orElseThrow(() -> Municipalities.unknown(id));
        return Response.accepted(
                        new TestMails(notices.stream().map(TestMail::of).toList()))
                .build();
    }
}
