package no.synkvakt.access;

import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.synkvakt.base.SignedLinks;

/** Tells whether a caller holds a signed link to the municipality whose page they ask for. */
@ApplicationScoped
class SignedLinkCaller {

    /** A municipality's page, and what keeps it live. */
    static final String PAGE = "/m/[^/]+(/live)?";

    /** What a municipality's page can be pressed for. */
    static final String BUTTON = "/m/[^/]+/(acknowledge|escalate|silence)";

    private static final Pattern OF_MUNICIPALITY = Pattern.compile("/m/([^/]+)(/.*)?");
    private static final String TOKEN = "t";

    private final SignedLinks links;
    private final BlockingSecurityExecutor executor;
    private final Clock clock;

    SignedLinkCaller(SignedLinks links, BlockingSecurityExecutor executor, Clock clock) {
        this.links = links;
        this.executor = executor;
        this.clock = clock;
    }

    /** Whether the request bears a link, be it worth anything or not. */
    static boolean isShown(RoutingContext request) {
        return OF_MUNICIPALITY.matcher(request.normalizedPath()).matches()
                && !request.queryParam(TOKEN).isEmpty();
    }

    /** What the link is worth; empty when the request bears none. The address is taken as it is routed. */
    Optional<Uni<SignedLinks.Standing>> standing(RoutingContext request) {
        Matcher page = OF_MUNICIPALITY.matcher(request.normalizedPath());
        List<String> tokens = request.queryParam(TOKEN);
        if (!page.matches() || tokens.isEmpty()) {
            return Optional.empty();
        }
        String municipality = page.group(1);
        String token = tokens.size() == 1 ? tokens.get(0) : "";
        return Optional.of(executor.executeBlocking(() -> links.check(municipality, token, clock.instant())));
    }
}
