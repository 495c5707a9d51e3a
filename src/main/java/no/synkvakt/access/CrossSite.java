package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request of our own pages, or of a program, from one that a page of another site makes somebody's browser send
 * (CSRF). The browser itself says so, in {@code Sec-Fetch-Site} (W3C Fetch Metadata) and {@code Origin} (RFC 6454); nothing
 * is kept and no form has to carry anything, so that a page left open over night still works.
 *
 * <p>Our own forms say {@code Origin: null}, for our pages pass no address on: so where a browser says both, it is
 * {@code Sec-Fetch-Site} that counts.
 */
final class CrossSite {

    private static final CharSequence SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private CrossSite() {}

    /** Whether a page of another site asks. Following a link from there is no such thing: it changes nothing. */
    static boolean asks(HttpServerRequest request) {
        @Nullable String site = request.getHeader(SITE);
        @Nullable String origin = request.getHeader(HttpHeaderNames.ORIGIN);
        if (site != null && !READS.contains(request.method().name())) {
            return !OWN_SITE.contains(site);
        }
        return origin != null && !isOwn(origin, request.authority());
    }

    private static boolean isOwn(String origin, @Nullable HostAndPort own) {
        try {
            URI page = URI.create(origin);
            @Nullable Integer usual = usualPort(page.getScheme());
            return own != null
                    && usual != null
                    && own.host().equalsIgnoreCase(page.getHost())
                    && port(own.port(), usual) == port(page.getPort(), usual);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(int named, int usual) {
        return named <= 0 ? usual : named;
    }

    private static @Nullable Integer usualPort(@Nullable String scheme) {
        return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> HTTP;
            case "https" -> HTTPS;
            default -> null;
        };
    }
}
