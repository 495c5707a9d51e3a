package no.synkvakt.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that stays open and speaks HTTP/1.1, or SMTP: as little of the machine as can be goes to whoever measures. An
 * HTTP client of the usual kind takes more of two cores than what it asks.
 */
final class Line implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Line(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks, and reads the answer to its end. Returns the status. */
    int ask(byte[] request) {
        try {
            out.write(request);
            int status = Integer.parseInt(read().substring(9, 12));
            skipBody();
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skipBody() throws IOException {
        long length = 0;
        boolean chunked = false;
        for (String header = read(); !header.isEmpty(); header = read()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                in.skipNBytes(size + 2L);
            }
            read();
        } else {
            in.skipNBytes(length);
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(read(), 16);
    }

    /** Says a line, or many, and reads the last line of the reply. */
    String say(byte[] words) {
        try {
            out.write(words);
            return reply();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String reply() {
        try {
            String line = read();
            while (line.length() > 3 && line.charAt(3) == '-') {
                line = read();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the other end hung up");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
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
