package no.synkvakt.artifact;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a SQL Server says, as MS-TDS writes it (2.2.6 and 2.2.7). Whatever is longer than a byte begins with its lowest one. */
final class TdsTokens {

    /** The answer to PRELOGIN: version 16.0 and no encryption, with the places and lengths of both. */
    static final byte[] GREETING = {0, 0, 11, 0, 6, 1, 0, 17, 0, 1, (byte) 0xff, 16, 0, 0, 0, 0, 0, 2};

    private static final int ENVCHANGE = 0xe3;
    private static final int NVARCHAR = 0xe7;
    private static final int DATETIME2 = 0x2a;
    private static final int DATETIMEOFFSET = 0x2b;
    private static final int SCALE = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** The answer as one packet, whose header alone begins with the highest byte. */
    static byte[] packet(byte[] tokens) {
        return ByteBuffer.allocate(8 + tokens.length)
                .put((byte) 4)
                .put((byte) 1)
                .putShort((short) (8 + tokens.length))
                .putInt(1 << 8)
                .put(tokens)
                .array();
    }

    static byte[] done() {
        return new TdsTokens().end(0);
    }

    static byte[] welcome() {
        TdsTokens collation =
                new TdsTokens().number(1, 7).number(1, 5).collation().number(1, 0);
        return new TdsTokens().sized(ENVCHANGE, collation).welcomes().end(0);
    }

    /** ERROR 18456, state 1, class 14. */
    static byte[] refusal(String words) {
        TdsTokens error = new TdsTokens();
        error.number(4, 18456)
                .number(1, 1)
                .number(1, 14)
                .number(2, words.length())
                .text(words);
        error.number(1, 0).number(1, 0).number(4, 1);
        return new TdsTokens().sized(0xaa, error).end(2);
    }

    /** LOGINACK: of TDS 7.4, of a program of four letters. */
    private TdsTokens welcomes() {
        TdsTokens ack = new TdsTokens();
        ack.number(1, 1).number(4, 0x04000074).number(1, 4).text("door").number(4, 16);
        return sized(0xad, ack);
    }

    /** COLMETADATA of so many columns, which follow. */
    TdsTokens columns(int many) {
        return number(1, 0x81).number(2, many);
    }

    TdsTokens nvarchar(String name) {
        return column(NVARCHAR).number(2, 400).collation().named(name);
    }

    TdsTokens datetime2(String name) {
        return column(DATETIME2).number(1, SCALE).named(name);
    }

    TdsTokens datetimeoffset(String name) {
        return column(DATETIMEOFFSET).number(1, SCALE).named(name);
    }

    /** ROW, whose cells follow. */
    TdsTokens row() {
        return number(1, 0xd1);
    }

    TdsTokens cell(String text) {
        return number(2, 2L * text.length()).text(text);
    }

    /** In a column with an offset, the time is UTC and is shown an hour later. */
    TdsTokens cell(@Nullable LocalDateTime time, boolean withOffset) {
        if (time == null) {
            return number(1, 0);
        }
        number(1, withOffset ? 10 : 8).number(5, time.toLocalTime().toNanoOfDay() / 100);
        number(3, ChronoUnit.DAYS.between(LocalDate.of(1, 1, 1), time.toLocalDate()));
        return withOffset ? number(2, 60) : this;
    }

    /** DONE: 0 for well, 2 after an error. */
    byte[] end(int status) {
        number(1, 0xfd).number(2, status).number(2, 0).number(4, 0).number(4, 0);
        return out.toByteArray();
    }

    private TdsTokens column(int type) {
        return number(4, 0).number(2, 1).number(1, type);
    }

    /** SQL_Latin1_General_CP1_CI_AS. */
    private TdsTokens collation() {
        return number(4, 0x00d00409).number(1, 0x34);
    }

    private TdsTokens named(String name) {
        return number(1, name.length()).text(name);
    }

    private TdsTokens sized(int token, TdsTokens body) {
        number(1, token).number(2, body.out.size());
        out.writeBytes(body.out.toByteArray());
        return this;
    }

    private TdsTokens text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
        return this;
    }

    private TdsTokens number(int bytes, long value) {
        byte[] all = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        out.write(all, 0, bytes);
        return this;
    }
}
