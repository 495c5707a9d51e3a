package no.synkvakt.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import no.synkvakt.testing.Mail;

/** An SMTP server that does what a test needs of it, on a port that stays the same while it is down. */
final class MailServer implements AutoCloseable {

    private final List<Mail> taken = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket listening;
    private volatile Mood mood = Mood.WELL;

    MailServer() {
        listening = listen(0);
        port = listening.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Every mail that it has said 250 to, as often as it did. */
    List<Mail> taken() {
        return List.copyOf(taken);
    }

    void forgets() {
        taken.clear();
    }

    void is(Mood next) {
        mood = next;
    }

    void goesDown() {
        hangUp();
    }

    void comesUp() {
        listening = listen(port);
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket server = new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
            run(() -> accept(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                connections.add(client);
                run(() -> serve(client));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            answer(client, mood.reply("CONNECT", "220 here"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
                switch (verb) {
                    case "DATA" -> {
                        answer(client, "354 go on");
                        Mail mail = mail(in);
                        String reply = mood.reply(".", "250 taken");
                        if (reply.startsWith("250")) {
                            taken.add(mail);
                        }
                        answer(client, reply);
                    }
                    case "QUIT" -> {
                        answer(client, "221 bye");
                        return;
                    }
                    default -> answer(client, mood.reply(line, "250 ok"));
                }
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(client);
        }
    }

    private static Mail mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the mail has no end");
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return Mail.of(mail.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void answer(Socket client, String reply) throws IOException {
        if (reply.isEmpty()) {
            throw new IOException("hung up");
        }
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void hangUp() {
        try {
            listening.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
