package no.synkvakt.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail server that can have a bad night: it hands on what it takes to the real one, unless a test tells it otherwise. */
public final class MailRelay {

    private static final Pattern RECIPIENT = Pattern.compile("RCPT TO:<([^>]*)>.*", Pattern.CASE_INSENSITIVE);
    private static final String HANG_UP = "";
    private static final String SAY_NOTHING = "...";

    private static final Map<String, String> OF_RECIPIENT = new ConcurrentHashMap<>();
    private static final Deque<String> OF_MAIL = new ConcurrentLinkedDeque<>();
    private static final List<byte[]> SEEN = new CopyOnWriteArrayList<>();
    private static final Set<Socket> CONNECTIONS = ConcurrentHashMap.newKeySet();
    private static volatile boolean silent;
    private static volatile boolean tlsBroken;
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);
    private static int port;
    private static int behind;
    private static @Nullable ServerSocket listening;

    private MailRelay() {}

    /** Listens, and tells at which port. */
    static int open(int realPort) {
        behind = realPort;
        port = 0;
        listen();
        return port;
    }

    /** It takes every mail again, and forgets what it has seen. */
    public static void recovers() {
        silent = false;
        tlsBroken = false;
        LEFT.set(Integer.MAX_VALUE);
        OF_RECIPIENT.clear();
        OF_MAIL.clear();
        SEEN.clear();
        if (Objects.requireNonNull(listening).isClosed()) {
            listen();
        }
    }

    /** Nobody listens any more. */
    public static void goesDown() {
        try {
            Objects.requireNonNull(listening).close();
            for (Socket connection : CONNECTIONS) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says when somebody wants to mail the address, such as {@code 550 5.1.1 nobody here}. */
    public static void saysOf(String address, String reply) {
        OF_RECIPIENT.put(address, reply);
    }

    /** What it says to the next mails, instead of taking them. */
    public static void saysToNextMails(String... replies) {
        OF_MAIL.addAll(List.of(replies));
    }

    /** It reads the next mail to its end and hangs up without a word. */
    public static void hangsUpAfterNextMail() {
        OF_MAIL.add(HANG_UP);
    }

    /** It reads the next mails to their ends and then says nothing, for ever. */
    public static void fallsSilentAfterNextMails(int mails) {
        OF_MAIL.addAll(Collections.nCopies(mails, SAY_NOTHING));
    }

    /** Whoever calls is heard and never answered, also once it is well again. */
    public static void greetsNobody() {
        silent = true;
    }

    /** It offers TLS, and whoever takes the offer gets something else. */
    public static void breaksTls() {
        tlsBroken = true;
    }

    /** It takes no more than so many mails from now on, and asks for patience with the others. */
    public static void takesOnly(int mails) {
        LEFT.set(mails);
    }

    /** How many are connected. */
    public static int connections() {
        return CONNECTIONS.size();
    }

    /** Each mail as it was transmitted, taken or not. */
    public static List<byte[]> seen() {
        return List.copyOf(SEEN);
    }

    private static void listen() {
        try {
            ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = server.getLocalPort();
            listening = server;
            run(() -> accept(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocket server) {
        try {
            while (true) {
                Socket client = server.accept();
                CONNECTIONS.add(client);
                run(() -> serve(client));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(Socket client) {
        try (client;
                Socket real = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Line line = new Line(client);
            if (silent) {
                line.waitForItsEnd();
            }
            new Conversation(line, new Line(real)).hold();
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        } finally {
            CONNECTIONS.remove(client);
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "mail-relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** One client's conversation with the real server. */
    private record Conversation(Line client, Line real) {

        void hold() throws IOException {
            client.write(real.reply());
            for (String command = client.read(); command != null; command = client.read()) {
                Matcher recipient = RECIPIENT.matcher(command);
                @Nullable String own = recipient.matches() ? OF_RECIPIENT.get(recipient.group(1)) : null;
                if (tlsBroken && command.toUpperCase(Locale.ROOT).startsWith("EHLO")) {
                    client.write("250-STARTTLS\r\n" + real.ask(command));
                } else if (command.equalsIgnoreCase("STARTTLS")) {
                    client.write("220 go on\r\n500 this is no TLS\r\n");
                    throw new IOException("hung up");
                } else if (command.equalsIgnoreCase("DATA")) {
                    takeMail();
                } else {
                    client.write(own == null ? real.ask(command) : own + "\r\n");
                }
                if (command.equalsIgnoreCase("QUIT")) {
                    return;
                }
            }
        }

        private void takeMail() throws IOException {
            client.write("354 go on\r\n");
            String mail = client.readMail();
            SEEN.add(mail.getBytes(StandardCharsets.ISO_8859_1));
            @Nullable String own = OF_MAIL.poll();
            if (own == null && LEFT.getAndDecrement() <= 0) {
                own = "450 4.7.0 too fast";
            }
            if (own == null) {
                real.ask("DATA");
                client.write(real.ask(mail + "."));
            } else if (own.equals(SAY_NOTHING)) {
                client.waitForItsEnd();
            } else if (own.equals(HANG_UP)) {
                throw new IOException("hung up");
            } else {
                real.ask("RSET");
                client.write(own + "\r\n");
            }
        }
    }

    /** One end of a connection. */
    private record Line(BufferedReader in, Socket socket) {

        Line(Socket socket) throws IOException {
            this(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                    socket);
        }

        @Nullable
        String read() throws IOException {
            return in.readLine();
        }

        void waitForItsEnd() throws IOException {
            while (read() != null) {
                Thread.onSpinWait();
            }
            throw new IOException("the connection ended");
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        String ask(String command) throws IOException {
            write(command + "\r\n");
            return reply();
        }

        String reply() throws IOException {
            StringBuilder reply = new StringBuilder();
            String line;
            do {
                line = line();
                reply.append(line).append("\r\n");
            } while (line.length() > 3 && line.charAt(3) == '-');
            return reply.toString();
        }

        String readMail() throws IOException {
            StringBuilder mail = new StringBuilder();
            for (String line = line(); !line.equals("."); line = line()) {
                mail.append(line).append("\r\n");
            }
            return mail.toString();
        }

        private String line() throws IOException {
            String line = read();
            if (line == null) {
                throw new IOException("the connection ended");
            }
            return line;
        }
    }
}
