package no.synkvakt.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.lang.reflect.Proxy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request as far as it says who makes it. */
final class AskedBy {

    private AskedBy() {}

    /**
     * A request.
     *
     * @param host with its port, as {@code Host} has it
     * @param site what {@code Sec-Fetch-Site} says
     */
    static HttpServerRequest a(String method, @Nullable String host, @Nullable String origin, @Nullable String site) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                AskedBy.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "method" -> HttpMethod.valueOf(method);
                    case "authority" -> host == null ? null : HostAndPort.parseAuthority(host, -1);
                    case "getHeader" ->
                        switch (arguments[0].toString().toLowerCase(Locale.ROOT)) {
                            case "origin" -> origin;
                            case "sec-fetch-site" -> site;
                            default -> null;
                        };
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
