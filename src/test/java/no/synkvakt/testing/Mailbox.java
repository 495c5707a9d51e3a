package no.synkvakt.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the SMTP server has got. */
public final class Mailbox {

    private static @Nullable GreenMail smtp;

    private Mailbox() {}

    static void open(GreenMail server) {
        smtp = server;
    }

    public static void empty() {
        try {
            server().purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    public static List<Mail> all() {
        return Stream.of(server().getReceivedMessages()).map(Mail::new).toList();
    }

    public static List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private static GreenMail server() {
        return Objects.requireNonNull(smtp);
    }
}
