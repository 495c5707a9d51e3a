package no.synkvakt.board;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Who has signed in at the pages; whoever comes with a key or by a link has not, and cannot sign out. */
@Singleton
@Named("session")
public class Session {

    /** Set by quarkus-oidc, in seconds since 1970. */
    private static final String EXPIRES = "quarkus.identity.expire-time";

    private final SecurityIdentity caller;

    Session(SecurityIdentity caller) {
        this.caller = caller;
    }

    /** Whether there is somebody who can sign out. */
    public boolean isSignedIn() {
        return caller.getCredential(IdTokenCredential.class) != null;
    }

    /** What whoever has signed in is called. */
    public String getName() {
        return caller.getPrincipal().getName();
    }

    /** Until when the session may be believed without asking the provider; for ever where nobody has signed in. */
    Instant end() {
        return caller.getAttribute(EXPIRES) instanceof Long seconds ? Instant.ofEpochSecond(seconds) : Instant.MAX;
    }
}
