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

    private final RateLimits limits;

    Authorization(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        String path = pathAsServed(request.normalizedPath());
        Uni<SecurityIdentity> unhurried = identity.invoke(caller -> holdBack(caller, path));
        return AccessRules.ruleFor(request.request().method().name(), path)
                .map(rule -> rule.asksNobody()
                        ? unhurried.replaceWith(CheckResult.PERMIT)
                        : check(rule, request.request(), unhurried))
                .orElseGet(CheckResult::deny);
    }

    private void holdBack(SecurityIdentity caller, String path) {
        limits.ofCredential(caller, path).ifPresent(wait -> {
            throw new TooManyRequestsException(wait);
        });
    }

    /** The path that resources are found by: without matrix parameters, and without slashes at its end. */
    static String pathAsServed(String path) {
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
