package no.synkvakt.testing;

import io.quarkus.test.common.WithTestResource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test of what was built, jar or native executable, in a process of its own on real parts. Its clock is the machine's, and
 * tick and sender run by themselves, each second: what comes of it is waited for.
 */
@WithTestResource(ArtifactParts.class)
public abstract class ArtifactTest extends FromOutside {

    /** The shortest that a step may take for it to stall within the test. */
    protected static final Duration AT_ONCE = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @BeforeEach
    void beginWithNoMail() {
        Mailbox.empty();
    }

    protected static Engine engineOf(MunicipalityFixture municipality) {
        return new Engine(Clock.systemUTC(), municipality.id());
    }

    /** Waits for the first mail of a kind to an address that tells of the owner. */
    protected static Mail mailTo(String address, String kind, MunicipalityFixture owner) {
        return until(
                        () -> Mailbox.to(address).stream()
                                .filter(mail -> mail.kind().equals(kind))
                                .filter(mail ->
                                        mail.subject().startsWith(owner.json().get("name") + ":"))
                                .toList(),
                        mails -> !mails.isEmpty())
                .get(0);
    }

    protected static <T> T until(Callable<T> value, Predicate<T> is) {
        return Awaitility.await().atMost(PATIENCE).until(value, is);
    }
}
