package no.synkvakt.casework;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import org.junit.jupiter.api.Test;

/** A night of 140 owners: the same trouble at all of them, or each with their own. */
@QuarkusTest
class OutageNightTest extends OutageFlow {

    private static final int MANY = 140;

    @Test
    void theProviderIsDown_supportGetsOneMail_eachAdminOneNoticeAndOneAllClear() {
        List<MunicipalityFixture> owners = flyts(MANY);
        watched(owners);
        reported(owners, "cycle.started", null);
        pass(Duration.ofHours(1));
        holdPasses();
        pass(Duration.ofMinutes(10));
        send();

        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        assertThat(mailsTo(SUPPORT).get(0).subject()).endsWith("står stille hos 140 skoleeiere");
        assertThat(mailsTo(SUPPORT).get(0).text()).contains("Flytby 1 (", "Flytby 77 (", "Flytby 140 (");
        assertThat(mailsPerAddress()).hasSize(MANY + 1).allSatisfy((address, mails) -> assertThat(mails)
                .isEqualTo(1L));

        recovers(owners);
        tick();
        send();
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED");
        assertThat(mailsPerAddress()).hasSize(MANY + 1).allSatisfy((address, mails) -> assertThat(mails)
                .isEqualTo(2L));
        assertThat(kindsTo(owners.get(76))).containsExactly("OUTAGE", "RESOLVED");
        assertThat(outages()).containsExactly("import-visma-flyt VISMA_FLYT over");
    }

    @Test
    void asManyHaveForgottenTheirTask_eachIsTold_andThereIsNoOutage() {
        List<MunicipalityFixture> owners = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> owner("wis-" + number + ".example", "Wisby " + number, "WIS"))
                .toList();
        watched(owners);
        reported(owners, "cycle.started", null);
        pass(Duration.ofHours(2));
        holdPasses();
        pass(Duration.ofMinutes(10));
        send();

        assertThat(outages()).isEmpty();
        assertThat(mailsTo(SUPPORT)).isEmpty();
        assertThat(Mailbox.all()).hasSize(MANY).allSatisfy(mail -> {
            assertThat(mail.kind()).isEqualTo("STALL");
            assertThat(mail.text()).contains("eFeide Export SAS");
        });
        assertThat(mailsPerAddress()).hasSize(MANY);
    }

    private static Map<String, Long> mailsPerAddress() {
        return Mailbox.all().stream().collect(groupingBy(Mail::to, counting()));
    }
}
