package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds every request on the public port against the {@link AccessRules}. */
@ApplicationScoped
class Authorization implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return AccessRules.ruleFor(request.request().method().name(), pathAsServed(request.normalizedPath()))
                .map(rule -> rule.asksNobody() ? CheckResult.permit() : check(rule, request.request(), identity))
                .orElseGet(CheckResult::deny);
    }

    /** The path that resources are found by: without matrix parameters, and without slashes at its end. */
    private static String pathAsServed(String path) {
        return path.replaceAll(";[^/]*", "").replaceAll("(?<=.)/+$", "");
    }

    private static Uni<CheckResult> check(
            AccessRules.Rule rule, HttpServerRequest request, Uni<SecurityIdentity> identity) {
        return identity.map(caller -> rule.roles().stream().anyMatch(role -> caller.hasRole(role.label()))
                        && !(isShownUnasked(request, caller) && CrossSite.asks(request))
                ? CheckResult.PERMIT
                : CheckResult.DENY);
    }

    /** Whether the browser shows the caller's credential by itself, whoever makes it ask: a cookie, or being on this machine. */
    private static boolean isShownUnasked(HttpServerRequest request, SecurityIdentity caller) {
        return !request.headers().contains(HttpHeaderNames.AUTHORIZATION) && !caller.hasRole(Role.ADMIN.label());
    }
}
