package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** Who is mailed: each recipient by a mail of their own, in one thread. */
@QuarkusTest
class RecipientsTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

    @Test
    void eachContactHasAMailOfTheirOwnUnderTheirName() {
        importFlyVoFails(lillestrom()
                .with(
                        "contacts",
                        List.of(
                                Map.of("email", ADMIN, "name", "IKT-vakta"),
                                Map.of("email", "skole@lillestrom.example"))));
        holdPasses();
        assertThat(Mailbox.all())
                .extracting(mail -> mail.header("To"))
                .containsExactlyInAnyOrder("IKT-vakta <" + ADMIN + ">", "skole@lillestrom.example");
        assertThat(Mailbox.all()).extracting(Mail::id).doesNotHaveDuplicates();
    }

    @Test
    void anAddressThatIsGivenTwiceIsMailedOnce() {
        importFlyVoFails(lillestrom().withContacts(ADMIN, "IKT@Lillestrom.example", ADMIN));
        holdPasses();
        assertThat(Mailbox.all()).singleElement().satisfies(mail -> assertThat(mail.to())
                .isEqualTo(ADMIN));
    }

    @Test
    void whatTheAdminCanDoIsMailedToTheAdminAlone() {
        importFlyVoFails(lillestrom());
        holdPasses();
        assertThat(Mailbox.all()).extracting(Mail::to, Mail::kind).containsExactly(tuple(ADMIN, "STALL"));
    }

    @Test
    void whatOnlySupportCanDoIsMailedToBoth() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-ad", "no answer");
        holdPasses();
        assertThat(Mailbox.all())
                .extracting(Mail::to, Mail::kind)
                .containsExactlyInAnyOrder(tuple(ADMIN, "STALL"), tuple(SUPPORT, "ESCALATION"));
    }

    @Test
    void aContactWhoIsSupportTooHasBothMails() {
        watched(lillestrom().withContacts(SUPPORT));
        engineOf(lillestrom()).fails("import-ad", "no answer");
        holdPasses();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactlyInAnyOrder("STALL", "ESCALATION");
    }

    @Test
    void laterMailsAboutAStallAnswerTheFirstOne() {
        Engine engine = importFlyVoFails(lillestrom());
        holdPasses();
        engine.holds("import-flyvo");
        holdPasses();
        clock.advance(Duration.ofSeconds(1));
        engine.completes("import-flyvo");
        send();
        List<Mail> admins = mailsTo(ADMIN);
        List<Mail> supports = mailsTo(SUPPORT);
        Mail first = admins.get(0);
        assertThat(first.header("In-Reply-To")).isNull();
        assertThat(first.header("References")).isNull();
        assertThat(admins).extracting(Mail::kind).containsExactly("STALL", "STALL", "RESOLVED");
        assertThat(supports).extracting(Mail::kind).containsExactly("ESCALATION", "RESOLVED");
        for (Mail later : List.of(admins.get(1), admins.get(2), supports.get(0), supports.get(1))) {
            assertThat(later.header("In-Reply-To")).isEqualTo(first.id());
            assertThat(later.header("References")).isEqualTo(first.id());
        }
    }

    @Test
    void anAllClearIsInTheLanguageOfItsAlarm() {
        Engine engine = importFlyVoFails(lillestrom());
        holdPasses();
        changed(lillestrom().withLanguage("en"));
        engine.completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN).get(1).subject()).isEqualTo("Lillestrøm: Import FlyVo er i orden igjen");
    }

    private Engine importFlyVoFails(MunicipalityFixture municipality) {
        watched(municipality);
        return engineOf(municipality).fails("import-flyvo", "no route");
    }
}
