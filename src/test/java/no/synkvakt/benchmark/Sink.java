package no.synkvakt.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A mail server that takes every mail, counts it and keeps its Message-ID. */
final class Sink implements AutoCloseable {

    private static final String ID = "Message-ID: ";

    private final ServerSocket listening;
    private final AtomicLong taken = new AtomicLong();
    private final Queue<String> ids = new ConcurrentLinkedQueue<>();

    Sink() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    long taken() {
        return taken.get();
    }

    /** The Message-IDs of all mails taken since the last call. */
    List<String> ids() {
        return Stream.generate(ids::poll).takeWhile(Objects::nonNull).toList();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                run(() -> serve(client));
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer(line.toUpperCase(Locale.ROOT), in, out);
            }
        } catch (SocketException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String command, BufferedReader in, OutputStream out) throws IOException {
        if (command.equals("DATA")) {
            say(out, "354 go on");
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    return;
                }
                if (line.startsWith(ID)) {
                    ids.add(line.substring(ID.length()));
                }
            }
            taken.incrementAndGet();
            say(out, "250 taken");
        } else {
            say(out, command.startsWith("EHLO") ? "250 sink" : "250 ok");
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "sink");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
