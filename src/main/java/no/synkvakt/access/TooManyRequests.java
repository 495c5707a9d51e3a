package no.synkvakt.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import no.synkvakt.base.Problem;
import no.synkvakt.base.WebProblems;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whoever tries ping keys that are none is soon told only to wait. */
@Singleton
class TooManyRequests {

    static final int STATUS = 429;

    private static final String PINGS = "/ping/";
    private static final int NOT_FOUND = 404;

    private final RateLimits limits;

    TooManyRequests(RateLimits limits) {
        this.limits = limits;
    }

    /** What {@code Retry-After} says (RFC 9110, section 10.2.3): full seconds, at least one. */
    static String retryAfter(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    @ServerResponseFilter
    void holdBack(HttpServerRequest request, ContainerRequestContext asked, ContainerResponseContext answer) {
        if (answer.getStatus() == NOT_FOUND && asked.getUriInfo().getPath().startsWith(PINGS)) {
            limits.ofRefusal(request).ifPresent(wait -> {
                answer.setStatus(STATUS);
                answer.setEntity(Problem.of(STATUS, WebProblems.detail(STATUS)));
                answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, retryAfter(wait));
            });
        }
    }
}
