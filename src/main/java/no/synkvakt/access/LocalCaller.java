package no.synkvakt.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody at this machine from a web page that somebody at this machine has open: the page's requests come from
 * here too, but name another host ("DNS rebinding"), or come from another site.
 */
final class LocalCaller {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private LocalCaller() {}

    /** HTTP/1.1 names the host in {@code Host}, HTTP/2 in {@code :authority}. */
    static boolean isLocal(HttpServerRequest request) {
        @Nullable HostAndPort host = request.authority();
        return host != null && LOOPBACK.contains(host.host()) && !CrossSite.asks(request);
    }
}
