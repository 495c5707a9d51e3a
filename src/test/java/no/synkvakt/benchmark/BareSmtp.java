package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** A client that hands over one mail after the other on one connection, and does nothing else. */
final class BareSmtp implements Load.Client {

    private final Line line;
    private final byte[] mail;

    BareSmtp(int port, byte[] mail) {
        this.mail = mail;
        line = new Line(port);
        line.reply();
        say("EHLO bare\r\n");
    }

    @Override
    public void act(long number) {
        say("MAIL FROM:<synkvakt@synkvakt.example>\r\n");
        say("RCPT TO:<ikt@owner.example>\r\n");
        say("DATA\r\n");
        assertThat(line.say(withEnd(mail))).startsWith("250");
    }

    private void say(String words) {
        line.say(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] withEnd(byte[] mail) {
        byte[] end = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[mail.length + end.length];
        System.arraycopy(mail, 0, whole, 0, mail.length);
        System.arraycopy(end, 0, whole, mail.length, end.length);
        return whole;
    }

    @Override
    public void close() {
        line.close();
    }
}
