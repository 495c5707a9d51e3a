package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An admin with the link of an earlier mail asks for help before the alarm has gone: it says that help comes. */
@QuarkusTest
class HelpWantedTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

    @Inject
    SignedLinks links;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nb | Lillestrøm: Import FlyVo står stille – brukerstøtte har overtatt | Dere har bedt om hjelp. Brukerstøtte har fått saken, med alle opplysninger. Du trenger ikke å gjøre noe mer.",
                "nn | Lillestrøm: Import FlyVo står stille – brukarstøtta har teke over | De har bede om hjelp. Brukarstøtta har fått saka, med alle opplysningar. Du treng ikkje gjere noko meir.",
                "en | Lillestrøm: Import FlyVo has stalled – support has taken over | You asked for help. Support has now taken over the case and has all the details. You do not need to do anything more."
            })
    void theFirstMailSaysSo_inTheAdminsLanguage(String language, String subject, String lead) {
        standsStill(language);
        press(holderOfTheLink());
        holdPasses();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("STALL");
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(mail.text()).contains("\n" + lead + "\n").doesNotContain("1. ", "ADM-SRV-07");
            assertThat(mail.html()).contains(lead).doesNotContain("ADM-SRV-07");
        });
    }

    @Test
    void supportReadsThatHelpIsWanted_andWhoWantsItIsOnRecord() {
        standsStill("nb");
        press(holderOfTheLink());
        send();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(SUPPORT).get(0).text())
                .contains("Skoleeieren har fått beskjed om hva de kan gjøre selv, men ber om hjelp.");
        assertThat(stallOf(lillestrom()).text("acts[0].side")).isEqualTo("ADMIN");
    }

    @Test
    void anOperatorWhoPressesOnTheAdminsPageTakesItOver() {
        standsStill("nb");
        press(operator().contentType("application/x-www-form-urlencoded"));
        holdPasses();
        assertThat(stallOf(lillestrom()).text("acts[0].side")).isEqualTo("SUPPORT");
        assertThat(mailsTo(SUPPORT).get(0).text()).contains("En av dere har tatt over saken");
        assertThat(mailsTo(ADMIN).get(0).text()).contains("Brukerstøtte har tatt over saken.");
    }

    @Test
    void thePageSaysTheSame() {
        standsStill("nb");
        press(holderOfTheLink());
        assertThat(holderOfTheLink().get("/m/" + lillestrom().id()).asString())
                .contains("Dere har bedt om hjelp. Brukerstøtte har fått saken");
    }

    private void standsStill(String language) {
        watched(lillestrom().withLanguage(language));
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
    }

    private void press(RequestSpecification caller) {
        StallOf stall = stallOf(lillestrom());
        caller.redirects()
                .follow(false)
                .formParam("stall", stall.id())
                .post("/m/" + lillestrom().id() + "/escalate")
                .then()
                .statusCode(303);
    }

    private RequestSpecification holderOfTheLink() {
        return RestAssured.given().queryParam("t", token());
    }

    private String token() {
        return QuarkusTransaction.requiringNew()
                .call(() -> links.token(lillestrom().id(), clock.instant()));
    }
}
