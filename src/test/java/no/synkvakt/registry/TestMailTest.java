package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** A test mail goes to each contact at once, and to nobody else. */
@QuarkusTest
class TestMailTest extends FlowTest {

    private static final MunicipalityFixture TWO = lillestrom().withContacts("one@x.example", "two@x.example");

    @Test
    void eachContactGetsOne() {
        watched(TWO);
        JsonPath answer = operator()
                .post("/api/v1/municipalities/" + TWO.id() + "/test-mail")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        assertThat(answer.getList("notices.kind")).isEqualTo(List.of("TEST", "TEST"));
        assertThat(answer.getList("notices.to")).isEqualTo(List.of("one@x.example", "two@x.example"));
        send();
        assertThat(Mailbox.all()).extracting(Mail::to).containsExactlyInAnyOrder("one@x.example", "two@x.example");
        assertThat(Mailbox.all()).extracting(Mail::kind).containsOnly("TEST");
        assertThat(Mailbox.all())
                .extracting(Mail::id)
                .containsExactlyInAnyOrderElementsOf(answer.getList("notices.messageId"));
    }
}
