package no.synkvakt.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.MunicipalityState;
import no.synkvakt.casework.Onboarding;
import no.synkvakt.casework.Standings;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is watched. */
@Path("/api/v1/municipalities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Municipalities")
@Blocking
class MunicipalitiesResource {

    private static final String EXAMPLE = """
            { "name": "Lillestrøm", "number": "3205", "language": "nb", "sis": "VISMA_FLYT",
              "steps": ["import-visma-flyt", "import-flyvo", "synchronization", "export-ad", "import-ad", "export-lms",
                        "export-365"],
              "contacts": [ { "email": "ikt@lillestrom.example", "name": "IKT-vakta" } ],
              "schedule": { "cron": "0 2 * * *", "zone": "Europe/Oslo" },
              "expected": { "import-flyvo": "PT2H" }, "tasks": { "export-ad": ["eFeide Import AD skole"] },
              "clientServer": "ADM-SRV-07", "domainController": "DC01", "notify": true }""";

    private final Municipalities municipalities;
    private final MunicipalityReader reader;
    private final MunicipalityTable table;
    private final Onboarding onboarding;
    private final Standings standings;
    private final SecurityIdentity caller;

    MunicipalitiesResource(
            Municipalities municipalities,
            MunicipalityReader reader,
            MunicipalityTable table,
            Onboarding onboarding,
            Standings standings,
            SecurityIdentity caller) {
        this.municipalities = municipalities;
        this.reader = reader;
        this.table = table;
        this.onboarding = onboarding;
        this.standings = standings;
        this.caller = caller;
    }

    /**
     * A municipality in a list, with how it stands.
     *
     * @param unreadable what is left of it when what is stored of it cannot be read
     */
    @RegisterForReflection
    record Listed(
            @JsonUnwrapped @Nullable Municipality municipality,
            @JsonUnwrapped @Nullable Unreadable unreadable,
            MunicipalityState state) {

        static Listed of(Standings.Standing standing) {
            @Nullable Municipality known = standing.municipality().orElse(null);
            return new Listed(
                    known,
                    known == null ? new Unreadable(standing.id(), standing.name(), Unreadable.WHY) : null,
                    standing.state());
        }
    }

    /**
     * A municipality of which no more is known.
     *
     * @param setAside why
     */
    @RegisterForReflection
    record Unreadable(String id, String name, String setAside) {

        static final String WHY = "What is stored of it cannot be read. To put it anew replaces it.";
    }

    /** How many municipalities a request created and replaced. */
    @RegisterForReflection
    record Counts(int created, int replaced) {}

    @PUT
    @Path("/{id}")
    @Operation(summary = "Create or replace a municipality")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "municipality", value = EXAMPLE)))
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "200", description = "Replaced")
    @APIResponse(responseCode = "422", description = "Refused; the problem names each field at fault")
    public Response put(@PathParam("id") String id, byte[] body) throws IOException {
        Municipality municipality = reader.one(body, id);
        boolean created = onboarding.put(List.of(municipality), by()) > 0;
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(municipality)
                .build();
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, MunicipalityTable.TEXT_CSV})
    @Operation(
            summary = "Create or replace municipalities, all or none",
            description = "An array, each with its id; or a table (RFC 4180, UTF-8) with a header line. Its columns: "
                    + MunicipalityTable.COLUMNS
                    + "; id, name, language, sis, steps and contacts are needed, and their order is free. Separated by"
                    + " semicolons, commas or tabs; several in one cell by |; contacts: address, or name <address>;"
                    + " expected and tasks: step=value.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MunicipalityTable.TEXT_CSV,
                            examples = @ExampleObject(name = "table", value = MunicipalityTable.EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Done: how many were created and replaced")
    @APIResponse(
            responseCode = "422",
            description = "Nothing was done; the problem names each field at fault, in a table by line and column")
    public Counts putAll(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type, byte[] body)
            throws IOException {
        return put(MunicipalityTable.TYPE.isCompatible(type) ? reader.all(table.read(body)) : reader.all(body));
    }

    private Counts put(List<Municipality> all) {
        int created = onboarding.put(all, by());
        return new Counts(created, all.size() - created);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A municipality as it was put")
    public Municipality get(@PathParam("id") String id) {
        return municipalities.get(id).orElseThrow(() -> Municipalities.unknown(id));
    }

    @GET
    @Operation(
            summary = "The municipalities, by id",
            description = "state: only those that stand so. q: name or id contains it, or the number is it."
                    + " setAside is there only where what is stored cannot be read, and says so.")
    public Page<Listed> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Nullable String q,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        PageRequest request = PageRequest.of(page, size);
        return standings.search(state(state), q, request).map(Listed::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Forget a municipality",
            description = "Its stall is closed without a mail, notices not yet sent are cancelled, addresses erased.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public void delete(@PathParam("id") String id) {
        if (!onboarding.delete(id, by())) {
            throw Municipalities.unknown(id);
        }
    }

    private String by() {
        return caller.getPrincipal().getName();
    }

    private static @Nullable MunicipalityState state(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(MunicipalityState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "state", name, "one of " + Arrays.toString(MunicipalityState.values())));
    }
}
