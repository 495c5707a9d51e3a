package no.synkvakt.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream of server-sent events, read as a browser reads it: one event or comment after another. */
public final class EventStream implements AutoCloseable {

    /** What is waited for longer than that has been lost. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /**
     * One event or comment.
     *
     * @param name "" when it is a comment
     * @param data the event's data, or the comment
     */
    public record Heard(String name, String id, String data) {

        public boolean isComment() {
            return name.isEmpty();
        }
    }

    /**
     * Begins to listen.
     *
     * @param key null for a caller whose address has all it needs
     * @param last the id of the last event that the browser got before it lost its connection; null on its first
     */
    public static EventStream at(String address, @Nullable Key key, @Nullable String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + address))
                .timeout(LONGEST)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip, deflate");
        Optional.ofNullable(key).ifPresent(known -> request.header("Authorization", known.header()));
        Optional.ofNullable(last).ifPresent(id -> request.header("Last-Event-ID", id));
        try {
            return new EventStream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public int status() {
        return answer.statusCode();
    }

    /** The value of a header; "" when there is none. */
    public String header(String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    /** Waits for the next event or comment; empty when the stream has ended. */
    public Optional<Heard> next() {
        String name = "";
        String id = "";
        String data = "";
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("id:")) {
                id = value(line);
            } else if (line.startsWith("data:") || line.startsWith(":")) {
                data = value(line);
            } else if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Heard(name, id, data));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
