package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody at this machine from a web page that somebody at this machine has open: the page's requests come from
 * here too, but name another host, or another origin.
 */
final class LocalCaller {

    private static final String LOOPBACK_HOST = "(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?";
    private static final Pattern HOST = Pattern.compile(LOOPBACK_HOST);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + LOOPBACK_HOST);

    private LocalCaller() {}

    static boolean isLocal(HttpServerRequest request) {
        @Nullable String host = request.getHeader(HttpHeaderNames.HOST);
        @Nullable String origin = request.getHeader(HttpHeaderNames.ORIGIN);
        return host != null
                && HOST.matcher(host).matches()
                && (origin == null || ORIGIN.matcher(origin).matches());
    }
}
