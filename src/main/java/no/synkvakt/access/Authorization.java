package no.synkvakt.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds every request on the public port against the {@link AccessRules}. */
@ApplicationScoped
class Authorization implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return AccessRules.ruleFor(request.request().method().name(), pathAsServed(request.normalizedPath()))
                .map(rule -> rule.asksNobody() ? CheckResult.permit() : check(rule, identity))
                .orElseGet(CheckResult::deny);
    }

    /** The path that resources are found by: without matrix parameters, and without slashes at its end. */
    private static String pathAsServed(String path) {
        return path.replaceAll(";[^/]*", "").replaceAll("(?<=.)/+$", "");
    }

    private static Uni<CheckResult> check(AccessRules.Rule rule, Uni<SecurityIdentity> identity) {
        return identity.map(caller -> rule.roles().stream().anyMatch(role -> caller.hasRole(role.label()))
                ? CheckResult.PERMIT
                : CheckResult.DENY);
    }
}
