package no.synkvakt.artifact;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * As much of a SQL Server as can be had without one: it greets, lets in or refuses, and answers queries, by Microsoft's protocol
 * (MS-TDS). A driver that is not whole, natively, does not come so far.
 */
final class SqlServerDoor implements AutoCloseable {

    private static final byte LAST = 1;
    private static final int REST_OF_HEADER = 4;

    private final ServerSocket socket = listen();
    private final byte[] toLogin;
    private final Function<String, byte[]> toQuery;

    /**
     * Opens a door.
     *
     * @param toLogin the tokens that answer a login
     * @param toQuery those that answer what is asked after that
     */
    SqlServerDoor(byte[] toLogin, Function<String, byte[]> toQuery) {
        this.toLogin = toLogin;
        this.toQuery = toQuery;
        Thread thread = new Thread(this::answerAll, "sql-server-door");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                Thread.yield();
            }
        }
    }

    private void answer(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        message(in);
        send(client, TdsTokens.GREETING);
        message(in);
        send(client, toLogin);
        while (true) {
            String asked = message(in);
            send(client, toQuery.apply(asked));
        }
    }

    /** Packets of type, status, length, and four bytes that do not matter, until one is the last. */
    private static String message(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        byte status;
        do {
            in.readByte();
            status = in.readByte();
            int length = in.readUnsignedShort();
            in.skipNBytes(REST_OF_HEADER);
            text.append(new String(in.readNBytes(length - 2 * REST_OF_HEADER), StandardCharsets.UTF_16LE));
        } while ((status & LAST) == 0);
        return text.toString();
    }

    private static void send(Socket client, byte[] tokens) throws IOException {
        client.getOutputStream().write(TdsTokens.packet(tokens));
        client.getOutputStream().flush();
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
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
