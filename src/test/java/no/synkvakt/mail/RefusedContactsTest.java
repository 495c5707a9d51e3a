package no.synkvakt.mail;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact whose mail server says no for good is marked; when nobody is left there, support is told to call. */
@QuarkusTest
class RefusedContactsTest extends FlowTest {

    private static final String ONE = "ikt@lillestrom.example";
    private static final String OTHER = "skole@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final String NO = "550 5.1.1 no such mailbox";
    private static final MunicipalityFixture TWO_CONTACTS = lillestrom().withContacts(ONE, OTHER);

    @BeforeEach
    void aTaskIsForgotten() {
        watched(TWO_CONTACTS);
        engineOf(TWO_CONTACTS).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
    }

    @Test
    void theOthersAreMailed_theContactIsMarked_andSupportIsLeftInPeace() {
        MailRelay.saysOf(ONE, NO);
        holdPasses();

        assertThat(Mailbox.to(OTHER)).hasSize(1);
        assertThat(refused()).containsExactly(ONE);
        assertThat(statusOf(TWO_CONTACTS).json().getString("refusedContacts[0].reason"))
                .contains("no such mailbox");
        assertThat(statusOf(TWO_CONTACTS).json().getString("refusedContacts[0].at"))
                .isEqualTo(clock.instant().toString());
        assertThat(Mailbox.to(SUPPORT)).isEmpty();
        as(Key.OPERATOR)
                .get("/m/" + TWO_CONTACTS.id())
                .then()
                .body(containsString("E-post til ikt@lillestrom.example har blitt avvist siden"));
    }

    @Test
    void whenNobodyIsLeftSupportIsToldOnce_byWhomToCallAboutWhat() {
        nobodyCanBeReached();

        Mail mail = only(Mailbox.to(SUPPORT));
        assertThat(mail.kind()).isEqualTo("UNREACHABLE");
        assertThat(mail.subject()).isEqualTo("Lillestrøm kan ikke nås på e-post");
        assertThat(mail.text())
                .contains("Import FlyVo har stått stille siden")
                .contains("Ring dem")
                .contains(ONE, OTHER, "no such mailbox")
                .contains("/stalls/" + stallOf(TWO_CONTACTS).id());

        clock.advance(Duration.ofHours(24));
        tick();
        holdPasses();
        assertThat(Mailbox.to(SUPPORT))
                .filteredOn(later -> later.kind().equals("UNREACHABLE"))
                .hasSize(1);
    }

    @Test
    void aServerThatOnlyAsksToWaitMarksNobody() {
        MailRelay.saysOf(ONE, "450 4.7.1 greylisted");
        MailRelay.saysOf(OTHER, "450 4.7.1 greylisted");
        holdPasses();

        assertThat(refused()).isEmpty();
        assertThat(Mailbox.to(SUPPORT)).isEmpty();
    }

    @Test
    void aMailThatArrivesTakesTheMarkAway_andWhoIsRefusedAgainIsToldOfAgain() {
        nobodyCanBeReached();
        MailRelay.recovers();
        as(Key.OPERATOR).post(testMail()).then().statusCode(202);
        send();
        assertThat(refused()).isEmpty();

        MailRelay.saysOf(ONE, NO);
        MailRelay.saysOf(OTHER, NO);
        as(Key.OPERATOR).post(testMail()).then().statusCode(202);
        send();
        send();
        assertThat(refused()).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(Mailbox.to(SUPPORT)).hasSize(2);
    }

    @Test
    void aContactThatIsCorrectedIsMarkedNoMore() {
        nobodyCanBeReached();
        changed(TWO_CONTACTS.withContacts(ONE, "new@lillestrom.example"));
        assertThat(refused()).containsExactly(ONE);
    }

    @Test
    void whereNothingStandsStillSupportIsToldToo() {
        engineOf(TWO_CONTACTS).completes("import-flyvo");
        MailRelay.saysOf(ONE, NO);
        MailRelay.saysOf(OTHER, NO);
        as(Key.OPERATOR).post(testMail()).then().statusCode(202);
        send();
        send();

        assertThat(only(Mailbox.to(SUPPORT)).text())
                .contains("Stopper noe opp hos dem, får ingen der vite det.")
                .contains("/m/" + TWO_CONTACTS.id());
    }

    @Test
    void ofAMunicipalityThatIsForgottenNoAddressStays() {
        nobodyCanBeReached();
        deleted(TWO_CONTACTS);

        assertThat(queried("select address from refused_address")).isEmpty();
        assertThat(queried("select count(*) from notice where cast(facts as text) like '%lillestrom.example%'"
                        + " or recipient like '%lillestrom.example%'"))
                .containsExactly("0");
    }

    private void nobodyCanBeReached() {
        MailRelay.saysOf(ONE, NO);
        MailRelay.saysOf(OTHER, NO);
        holdPasses();
        send();
    }

    private static String testMail() {
        return "/api/v1/municipalities/" + TWO_CONTACTS.id() + "/test-mail";
    }

    private List<String> refused() {
        List<String> addresses = statusOf(TWO_CONTACTS).json().getList("refusedContacts.address");
        return addresses == null ? List.of() : addresses;
    }

    private static Mail only(List<Mail> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }
}
