package no.synkvakt.registry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.casework.Onboarding;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.NoticeKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an operator sets up at a municipality: its scheduled tasks' ping key, and that mail reaches its contacts. */
@Path("/api/v1/municipalities/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Municipalities")
@Blocking
class MunicipalityKeysResource {

    private final Municipalities municipalities;
    private final Onboarding onboarding;
    private final String baseUrl;

    MunicipalityKeysResource(
            Municipalities municipalities,
            Onboarding onboarding,
            @ConfigProperty(name = "synkvakt.base-url") String baseUrl) {
        this.municipalities = municipalities;
        this.onboarding = onboarding;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** A ping key and the address it goes into; a step's id follows. */
    @RegisterForReflection
    record PingKeyAnswer(String pingKey, String url) {

        @Override
        public String toString() {
            return "a ping key";
        }
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

    @GET
    @Path("/ping-key")
    @Operation(summary = "The key by which this municipality's scheduled tasks report")
    public PingKeyAnswer pingKey(@PathParam("id") String id) {
        return answer(id, municipalities.pingKey(id));
    }

    @POST
    @Path("/ping-key")
    @Transactional
    @Operation(summary = "A new ping key; the old one is void at once")
    public PingKeyAnswer renewPingKey(@PathParam("id") String id) {
        return answer(id, municipalities.lock(id).flatMap(known -> municipalities.renewPingKey(id)));
    }

    @POST
    @Path("/test-mail")
    @Operation(summary = "Mail each contact a test")
    @APIResponse(responseCode = "202", description = "On their way")
    public Response testMail(@PathParam("id") String id) {
        List<Notice> notices = onboarding.testMail(id).orElseThrow(() -> Municipalities.unknown(id));
        return Response.accepted(
                        new TestMails(notices.stream().map(TestMail::of).toList()))
                .build();
    }

    private PingKeyAnswer answer(String id, Optional<String> pingKey) {
        String key = pingKey.orElseThrow(() -> Municipalities.unknown(id));
        return new PingKeyAnswer(key, baseUrl + "/ping/" + key);
    }
}
