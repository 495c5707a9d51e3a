package no.synkvakt.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.synkvakt.base.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the description of each operation who may call it, and what a caller gets when it goes wrong. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String KEY = "key";
    private static final Map<String, String> PARAMETERS = Map.of(
            "page", "The number of the page, from 0; 0 when left out.",
            "size", "How many items a page has, 1 to 200; 50 when left out.",
            "pingKey", "The municipality's ping key.",
            "what", "start or fail",
            "noticeId", "The id of a notice of the stall.",
            "verdict", "NOT_STARTED, OVERRUN, FAILED, HELD or MISSED.",
            "step", "The id of a step, or its label as eFeide's screen has it.",
            "municipality", "The id of a municipality.");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "An API key, or an access token of the OIDC provider. Its role is ingest, operator or viewer."))
                .addResponse("problem", problem());
        api.getPaths().getPathItems().forEach(ApiDescription::describe);
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            AccessRules.ruleFor(method.name(), path)
                    .filter(rule -> !rule.asksNobody())
                    .ifPresent(rule -> describe(operation, rule));
            operation
                    .getResponses()
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref("problem"));
            Optional.ofNullable(operation.getParameters()).orElse(List.of()).forEach(ApiDescription::describe);
        });
    }

    private static void describe(Operation operation, AccessRules.Rule rule) {
        List<String> roles = rule.roles().stream().map(Role::label).sorted().toList();
        String before = operation.getDescription() == null ? "" : operation.getDescription() + " ";
        operation.setDescription(before + "Role: " + String.join(" or ", roles) + ".");
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("What is wrong: field, value and what would be accepted (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .example(Map.of(
                                                "type", "about:blank",
                                                "title", "Unprocessable Content",
                                                "status", 422,
                                                "detail", "size: '0'; accepted: a whole number from 1 to 200",
                                                "errors",
                                                        List.of(Map.of(
                                                                "field", "size",
                                                                "value", "0",
                                                                "accepted", "a whole number from 1 to 200"))))));
    }
}
