package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to quarkus-oidc: access tokens, and the session of a person at the pages, by code flow with PKCE. The API takes
 * no session, so that no page of somebody else's can call it in a person's name, and nothing but a page that a person opens
 * leads to the login: what scripts fetch would end at another origin.
 */
@Singleton
class SignIn {

    /** Where the provider leads back to. */
    static final String LOGIN = "/login";

    static final String LOGOUT = "/logout";

    /** Where the provider leads to after the logout. */
    static final String SIGNED_OUT = "/signed-out";

    private static final String API = "/api/";
    private static final String STATE = "state";
    private static final String DESTINATION = "Sec-Fetch-Dest";
    private static final List<String> FETCHED_BY_SCRIPT = List.of("HX-Request", "X-Requested-With");

    private final OidcAuthenticationMechanism oidc;
    private final boolean configured;

    SignIn(OidcAuthenticationMechanism oidc, OidcSettings settings) {
        this.oidc = oidc;
        this.configured = settings.isConfigured();
    }

    boolean isConfigured() {
        return configured;
    }

    /** Who shows an access token. */
    Uni<@Nullable SecurityIdentity> byToken(RoutingContext context, IdentityProviderManager providers) {
        return configured
                ? oidc.authenticate(context, providers)
                        .map(SignIn::known)
                        .onItem()
                        .ifNull()
                        .failWith(AuthenticationFailedException::new)
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /** Whose session it is; nobody's where there is none, or where none counts. */
    Uni<@Nullable SecurityIdentity> bySession(RoutingContext context, IdentityProviderManager providers) {
        return configured && mayHaveSession(context)
                ? oidc.authenticate(context, providers).map(SignIn::known)
                : Uni.createFrom().nullItem();
    }

    private static @Nullable SecurityIdentity known(@Nullable SecurityIdentity identity) {
        return identity == null ? null : Person.of(identity);
    }

    private static boolean mayHaveSession(RoutingContext context) {
        String path = Authorization.pathAsServed(context.normalizedPath());
        return path.equals(LOGOUT)
                || (!path.startsWith(API)
                        && AccessRules.ruleFor(context.request().method().name(), path)
                                .filter(rule -> !rule.asksNobody())
                                .isPresent());
    }

    /** Whether the answer is the way to the login. Whoever comes back from it in vain is not sent there again. */
    boolean leadsToLogin(RoutingContext context) {
        HttpServerRequest request = context.request();
        return configured
                && request.method().equals(HttpMethod.GET)
                && request.getHeader(HttpHeaderNames.AUTHORIZATION) == null
                && RefusedPage.isWanted(request)
                && isDocument(request)
                && !SignedLinkCaller.isShown(context)
                && !(context.normalizedPath().equals(LOGIN) && request.getParam(STATE) != null);
    }

    /** Neither a frame nor what htmx fetches; browsers too old to say so are believed. */
    private static boolean isDocument(HttpServerRequest request) {
        @Nullable String destination = request.getHeader(DESTINATION);
        return (destination == null || destination.equals("document"))
                && FETCHED_BY_SCRIPT.stream().allMatch(header -> request.getHeader(header) == null);
    }

    Uni<Boolean> sendToLogin(RoutingContext context) {
        return oidc.sendChallenge(context);
    }
}
