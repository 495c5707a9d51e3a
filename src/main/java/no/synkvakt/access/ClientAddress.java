package no.synkvakt.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whose address a request comes from. Of IPv6 the first 64 bits alone count: whoever has one address there has as many as
 * they like (RFC 4291, section 2.5.1).
 */
final class ClientAddress {

    private static final int NETWORK = 8;
    private static final String UNKNOWN = "unknown";

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        @Nullable SocketAddress from = request.remoteAddress();
        @Nullable String address = from == null ? null : from.hostAddress();
        return address == null ? UNKNOWN : network(address);
    }

    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
