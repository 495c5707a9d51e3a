package no.synkvakt.artifact;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * As much of a SQL Server as can be had without one: it greets by Microsoft's protocol (MS-TDS, 2.2.6.5 and 2.2.7.10), and refuses the
 * login in the words of a real one. A driver that is not whole, natively, does not come so far.
 */
final class SqlServerDoor implements AutoCloseable {

    static final String WORDS = "Login failed for user 'postgres'.";

    private static final byte ANSWER = 4;
    private static final byte LAST = 1;
    private static final int HEADER = 8;

    /** Version 16.0 and no encryption, with the places and lengths of both. */
    private static final byte[] GREETING = {0, 0, 11, 0, 6, 1, 0, 17, 0, 1, (byte) 0xff, 16, 0, 0, 0, 0, 0, 2};

    private final ServerSocket socket;

    private SqlServerDoor(ServerSocket socket) {
        this.socket = socket;
    }

    static SqlServerDoor open() throws IOException {
        SqlServerDoor door = new SqlServerDoor(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(door::answerAll, "sql-server-door");
        thread.setDaemon(true);
        thread.start();
        return door;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                skipMessage(in);
                send(client.getOutputStream(), GREETING);
                skipMessage(in);
                send(client.getOutputStream(), refusal());
                in.readAllBytes();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.out.println("The driver hung up: " + e.getMessage());
                }
            }
        }
    }

    /** Type, status, length of the whole, and four bytes that do not matter; until a packet is the last one. */
    private static void skipMessage(DataInputStream in) throws IOException {
        byte status;
        do {
            in.readByte();
            status = in.readByte();
            int length = in.readUnsignedShort();
            in.skipNBytes(length - 4L);
        } while ((status & LAST) == 0);
    }

    private static void send(OutputStream out, byte[] body) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(HEADER + body.length);
        packet.put(ANSWER)
                .put(LAST)
                .putShort((short) packet.capacity())
                .putInt(1 << 8)
                .put(body);
        out.write(packet.array());
        out.flush();
    }

    /** The tokens ERROR (number 18456, state 1, class 14) and DONE. */
    private static byte[] refusal() {
        byte[] words = WORDS.getBytes(StandardCharsets.UTF_16LE);
        int length = 4 + 1 + 1 + 2 + words.length + 1 + 1 + 4;
        ByteBuffer tokens = ByteBuffer.allocate(3 + length + 13).order(ByteOrder.LITTLE_ENDIAN);
        tokens.put((byte) 0xaa)
                .putShort((short) length)
                .putInt(18456)
                .put((byte) 1)
                .put((byte) 14);
        tokens.putShort((short) WORDS.length())
                .put(words)
                .put((byte) 0)
                .put((byte) 0)
                .putInt(1);
        tokens.put((byte) 0xfd).putShort((short) 2).putShort((short) 0).putLong(0);
        return tokens.array();
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
