package no.synkvakt.faults;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the mail server does, each mail comes, and comes once; time is made to pass. */
@QuarkusTest
class SmtpFaultsTest extends FlowTest {

    private static final int OWNERS = 6;

    private final List<MunicipalityFixture> owners = IntStream.range(0, OWNERS)
            .mapToObj(number -> owner("owner-" + number + ".example", "Owner " + number, "WIS"))
            .toList();
    private final List<String> addresses =
            owners.stream().map(owner -> "ikt@" + owner.id()).toList();

    @ParameterizedTest
    @EnumSource
    void eachMailComesOnce(SmtpFault fault) {
        Audit all = new Audit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        watched(owners);
        owners.forEach(owner -> engineOf(owner).fails("import-sas", "no route"));
        fault.strikes(addresses);
        clock.advance(Duration.ofSeconds(60));
        send();
        for (int step = 0; step < fault.steps; step++) {
            fault.goesOn();
            clock.advance(fault.step);
            send();
        }
        MailRelay.recovers();
        clock.advance(Duration.ofHours(1));
        send();
        addresses.forEach(address -> judge(address, all));
        Findings.note(fault.words, 1, all);
        assertThat(all.isClean()).as(all.toString()).isTrue();
        assertThat(all.repeated()).isEmpty();
    }

    private void judge(String address, Audit all) {
        List<String> ids = mailsTo(address).stream().map(Mail::id).toList();
        if (ids.isEmpty()) {
            all.lost().add(address);
        } else if (ids.stream().distinct().count() > 1) {
            all.doubled().add(address);
        } else if (ids.size() > 1) {
            all.repeated().add(address);
        }
    }
}
