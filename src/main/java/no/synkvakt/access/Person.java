package no.synkvakt.access;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Objects;
import java.util.stream.Collectors;
import no.synkvakt.base.Characters;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A person or a service as the OIDC provider knows them. */
final class Person {

    private Person() {}

    /**
     * Called by the name that the provider gives, which is {@code preferred_username} unless configured otherwise; by
     * {@code sub} where that is an e-mail address, since what is recorded of who did something outlives the person's time
     * with us. Whatever the provider says: nobody is a municipality's admin but by a signed link.
     */
    static SecurityIdentity of(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name(identity)))
                .addRoles(identity.getRoles().stream()
                        .filter(role -> !role.equals(Role.ADMIN.label()))
                        .collect(Collectors.toSet()))
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build();
    }

    /** Whether somebody has signed in with a browser, and can sign out. */
    static boolean isSignedIn(SecurityIdentity identity) {
        return identity.getCredential(IdTokenCredential.class) != null;
    }

    private static String name(SecurityIdentity identity) {
        String name = identity.getPrincipal().getName();
        if (name.contains("@") && identity.getPrincipal() instanceof JsonWebToken token) {
            return Characters.line(Objects.toString(token.getClaim(Claims.sub), "?"));
        }
        return Characters.line(name);
    }
}
