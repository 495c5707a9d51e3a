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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.synkvakt.base.SignedLinks;
import org.jspecify.annotations.Nullable;

/** Finds out who calls: by API key, or by the signed link of a municipality's page. */
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";
    private static final int UNAUTHORIZED = 401;

    private final ApiKeys keys;
    private final AccessMode mode;
    private final SignedLinkCaller links;
    private final HttpProblems problems;

    Authentication(ApiKeys keys, AccessMode mode, SignedLinkCaller links, HttpProblems problems) {
        this.keys = keys;
        this.mode = mode;
        this.links = links;
        this.problems = problems;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        @Nullable String header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (header == null) {
            return links.standing(context)
                    .map(standing -> standing.map(Authentication::holderOf))
                    .orElseGet(() -> withoutCredential(context));
        }
        Optional<ApiKeys.Caller> caller = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? keys.callerWith(header.substring(BEARER.length()).strip())
                : Optional.empty();
        return caller.map(known -> Uni.createFrom().item(identity(known.name(), known.role())))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private Uni<@Nullable SecurityIdentity> withoutCredential(RoutingContext context) {
        return mode.isOpen() && LocalCaller.isLocal(context.request())
                ? Uni.createFrom().item(identity("local", Role.OPERATOR))
                : Uni.createFrom().nullItem();
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
