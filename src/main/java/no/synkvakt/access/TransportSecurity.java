package no.synkvakt.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Whoever has reached Synkvakt by TLS is told to come by nothing else for a year (HSTS, RFC 6797). */
@Singleton
class TransportSecurity {

    private static final int BEFORE_ANSWERS = 1100;
    private static final CharSequence HEADER = "Strict-Transport-Security";
    private static final CharSequence A_YEAR = "max-age=31536000";

    /** Over plain HTTP the header must not be sent (section 7.2); behind a proxy its word for the scheme counts. */
    void insist(@Observes Filters filters) {
        filters.register(
                context -> {
                    if ("https".equalsIgnoreCase(context.request().scheme())) {
                        context.response().putHeader(HEADER, A_YEAR);
                    }
                    context.next();
                },
                BEFORE_ANSWERS);
    }
}
