package no.synkvakt.mail;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import org.junit.jupiter.api.Test;

/** However many senders there are, each notice is sent once. */
@QuarkusTest
class SendersAtOnceTest extends FlowTest {

    private static final int NOTICES = 60;

    @Test
    void eachNoticeIsSentOnce() {
        List<String> addresses = IntStream.range(0, NOTICES)
                .mapToObj(index -> "contact-" + index + "@many.example")
                .toList();
        for (int batch = 0; batch < NOTICES; batch += 10) {
            var many = owner("many-" + batch + ".example", "Many", "WIS")
                    .withContacts(addresses.subList(batch, batch + 10).toArray(String[]::new));
            watched(many);
            operator().post("/api/v1/municipalities/" + many.id() + "/test-mail");
        }
        CompletableFuture.allOf(IntStream.range(0, 3)
                        .mapToObj(replica -> CompletableFuture.runAsync(this::send))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(Mailbox.all()).extracting(Mail::to).containsExactlyInAnyOrderElementsOf(addresses);
    }
}
