package no.synkvakt.registry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import no.synkvakt.casework.Onboarding;
import no.synkvakt.municipality.Municipalities;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key by which a municipality's scheduled tasks report. */
@Path("/api/v1/municipalities/{id}/ping-key")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Municipalities")
@Blocking
class PingKeyResource {

    private final Municipalities municipalities;
    private final Onboarding onboarding;
    private final SecurityIdentity caller;
    private final String baseUrl;

    PingKeyResource(
            Municipalities municipalities,
            Onboarding onboarding,
            SecurityIdentity caller,
            @ConfigProperty(name = "synkvakt.base-url") String baseUrl) {
        this.municipalities = municipalities;
        this.onboarding = onboarding;
        this.caller = caller;
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

    @GET
    @Operation(summary = "The key by which this municipality's scheduled tasks report")
    public PingKeyAnswer pingKey(@PathParam("id") String id) {
        return answer(id, municipalities.pingKey(id));
    }

    @POST
    @Operation(summary = "A new ping key; the old one is void at once")
    public PingKeyAnswer renewPingKey(@PathParam("id") String id) {
        return answer(id, onboarding.renewPingKey(id, caller.getPrincipal().getName()));
    }

    private PingKeyAnswer answer(String id, Optional<String> pingKey) {
        String key = pingKey.orElseThrow(() -> Municipalities.unknown(id));
        return new PingKeyAnswer(key, baseUrl + "/ping/" + key);
    }
}
