package no.synkvakt.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that waits before it answers, and hangs up when it is let go. */
final class MailTrap implements Trap {

    private static final long PATIENCE_MINUTES = 2;

    private final MailServer server;
    private final CountDownLatch caught = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    MailTrap(MailServer server, String at) {
        this.server = server;
        server.is((command, well) -> command.startsWith(at) ? hold() : well);
    }

    private String hold() {
        caught.countDown();
        await(released);
        return "";
    }

    @Override
    public void awaitCaught() {
        await(caught);
    }

    @Override
    public void close() {
        server.is(Mood.WELL);
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("nothing came to the trap");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
