package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody at this machine from a web page that somebody at this machine has open: the page's requests come from
 * here too, but name another host, or another origin.
 */
final class LocalCaller {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final Pattern ORIGIN = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private LocalCaller() {}

    /** HTTP/1.1 names the host in {@code Host}, HTTP/2 in {@code :authority}. */
    static boolean isLocal(HttpServerRequest request) {
        @Nullable HostAndPort host = request.authority();
        @Nullable String origin = request.getHeader(HttpHeaderNames.ORIGIN);
        return host != null
                && LOOPBACK.contains(host.host())
                && (origin == null || ORIGIN.matcher(origin).matches());
    }
}
