package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import no.synkvakt.base.SignedLinks;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls: by API key, else by access token; by the signed link of a municipality's page; else by session. The
 * only mechanism there is: that of quarkus-oidc is asked through it alone.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";
    private static final int UNAUTHORIZED = 401;

    private final ApiKeys keys;
    private final AccessMode mode;
    private final SignedLinkCaller links;
    private final SignIn signIn;
    private final HttpProblems problems;

    Authentication(ApiKeys keys, AccessMode mode, SignedLinkCaller links, SignIn signIn, HttpProblems problems) {
        this.keys = keys;
        this.mode = mode;
        this.links = links;
        this.signIn = signIn;
        this.problems = problems;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        @Nullable String header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        Uni<@Nullable SecurityIdentity> caller =
                header == null ? withoutCredential(context, providers) : withCredential(header, context, providers);
        return caller.onTermination().invoke(() -> context.put(HttpAuthenticationMechanism.class.getName(), this));
    }

    private Uni<@Nullable SecurityIdentity> withCredential(
            String header, RoutingContext context, IdentityProviderManager providers) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        Optional<ApiKeys.Caller> caller =
                keys.callerWith(header.substring(BEARER.length()).strip());
        return caller.map(known -> Uni.createFrom().item(identity(known.name(), known.role())))
                .orElseGet(() -> signIn.byToken(context, providers));
    }

    private Uni<@Nullable SecurityIdentity> withoutCredential(
            RoutingContext context, IdentityProviderManager providers) {
        Optional<Uni<SignedLinks.Standing>> link = links.standing(context);
        if (link.isPresent()) {
            return link.get().map(Authentication::holderOf);
        }
        return mode.isOpen() && LocalCaller.isLocal(context.request())
                ? Uni.createFrom().item(identity("local", Role.OPERATOR))
                : signIn.bySession(context, providers);
    }

    private static SecurityIdentity holderOf(SignedLinks.Standing link) {
        if (link != SignedLinks.Standing.VALID) {
            throw new AuthenticationFailedException();
        }
        return identity("admin", Role.ADMIN);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (signIn.leadsToLogin(context)) {
            return signIn.sendToLogin(context);
        }
        problems.askWho(context);
        return Uni.createFrom().item(true);
    }

    private static SecurityIdentity identity(String name, Role role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role.label())
                .build();
    }
}
