package no.synkvakt.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends a request exactly as it is written, where an HTTP client would tidy up its address first. */
public final class RawHttp {

    /** The type of a body with many events. */
    public static final String BATCH = "application/cloudevents-batch+json";

    private static final int CHUNK = 64 * 1024;

    private RawHttp() {}

    /** What came back; headers by their names in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** A request without a body. */
    public static Answer ask(String method, String target, @Nullable Key key) {
        return exchange(head(method, target, key, List.of()), out -> {});
    }

    /** A request with these headers and no others but those that every request has. */
    public static Answer send(String method, String target, @Nullable Key key, List<String> headers, byte[] body) {
        List<String> all = new ArrayList<>(headers);
        all.add("Content-Length: " + body.length);
        return exchange(head(method, target, key, all), out -> out.write(body));
    }

    /** A request whose body has so many bytes, told beforehand. */
    public static Answer send(String method, String target, @Nullable Key key, String contentType, int bytes) {
        List<String> headers = List.of("Content-Type: " + contentType, "Content-Length: " + bytes);
        return exchange(head(method, target, key, headers), out -> {
            for (int left = bytes; left > 0; left -= CHUNK) {
                out.write(new byte[Math.min(left, CHUNK)]);
            }
        });
    }

    /** A request whose body has so many bytes, sent in chunks without telling how many there are. */
    public static Answer stream(String method, String target, @Nullable Key key, String contentType, int bytes) {
        List<String> headers = List.of("Content-Type: " + contentType, "Transfer-Encoding: chunked");
        return exchange(head(method, target, key, headers), out -> {
            for (int left = bytes; left > 0; left -= CHUNK) {
                int length = Math.min(left, CHUNK);
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[length]);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** A request whose body is told to have so many bytes, of which none has come yet. */
    public static Begun begin(String method, String target, @Nullable Key key, int bytes) {
        try {
            Socket socket = new Socket("localhost", RestAssured.port);
            List<String> headers = List.of("Content-Type: " + BATCH, "Content-Length: " + bytes);
            socket.getOutputStream().write(head(method, target, key, headers).getBytes(StandardCharsets.UTF_8));
            return new Begun(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request that has only begun. */
    public record Begun(Socket socket) implements AutoCloseable {

        public boolean isOpen() {
            return !socket.isClosed();
        }

        /** It is refused before its body comes. */
        public void untilAnswered() {
            try {
                socket.getInputStream().read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private static String head(String method, String target, @Nullable Key key, List<String> headers) {
        List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Host: localhost"));
        if (key != null) {
            lines.add("Authorization: " + key.header());
        }
        lines.add("Connection: close");
        lines.addAll(headers);
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static Answer exchange(String head, Body body) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            writeUnlessRefused(body, out);
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server may answer, and close, before it has read all of a body that it refuses. */
    private static void writeUnlessRefused(Body body, OutputStream out) throws IOException {
        try {
            body.writeTo(out);
        } catch (SocketException e) {
            assert e.getMessage() != null;
        }
    }

    private static Answer read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> lines = answer.substring(0, end).lines().toList();
        Map<String, String> headers = lines.stream()
                .skip(1)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (one, other) -> one + ", " + other));
        return new Answer(Integer.parseInt(lines.get(0).substring(9, 12)), headers, answer.substring(end + 4));
    }
}
