package no.synkvakt.benchmark;

import java.nio.charset.StandardCharsets;
import no.synkvakt.testing.Key;

/** Requests as bytes. */
final class Requests {

    private Requests() {}

    static byte[] get(String path) {
        return bytes(head("GET", path, Key.OPERATOR) + "\r\n");
    }

    static byte[] ping(String path) {
        return bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
    }

    static byte[] post(String path, String type, String body) {
        return withBody("POST", path, type, body, Key.INGEST);
    }

    static byte[] put(String path, String body) {
        return withBody("PUT", path, "application/json", body, Key.OPERATOR);
    }

    private static byte[] withBody(String method, String path, String type, String body, Key key) {
        return bytes(head(method, path, key) + "Content-Type: " + type + "\r\nContent-Length: " + bytes(body).length
                + "\r\n\r\n" + body);
    }

    private static String head(String method, String path, Key key) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + key.header() + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
