package no.synkvakt.mail;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trouble of the database or of the mail client, which nobody foresaw, loses no notice and gives none up. */
@QuarkusTest
class UnforeseenTroubleTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";

    private final MunicipalityFixture lillestrom = lillestrom();

    @Inject
    MailCounts counts;

    @Inject
    Leases leases;

    @Inject
    ManagedExecutor executor;

    @BeforeEach
    void importFlyVoFails() {
        watched(lillestrom);
        engineOf(lillestrom).fails("import-flyvo", "no route");
        clock.advance(Duration.ofSeconds(60));
    }

    @AfterEach
    void theDatabaseServesAgain() {
        sql("drop trigger if exists trouble on notice");
    }

    @Test
    void aDatabaseThatDoesNotServeLeavesTheNoticeForTheNextTime() {
        sql("create or replace function trouble() returns trigger language plpgsql as"
                + " $$ begin raise exception 'out of resources' using errcode = '53000'; end $$");
        sql("create trigger trouble before update on notice for each row execute function trouble()");
        assertThatThrownBy(this::send).hasStackTraceContaining("out of resources");
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + ADMIN + " PENDING");
        theDatabaseServesAgain();
        send();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        assertThat(stallOf(lillestrom).text("notices[0].attempts")).isEqualTo("1");
    }

    @Test
    void aMailClientThatBreaksIsTriedAgainLater() {
        Sender breaking = new Sender(
                leases,
                (message, recipient) -> {
                    throw new IllegalStateException("out of ideas");
                },
                executor,
                2,
                counts);
        breaking.send();
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + ADMIN + " PENDING");
        assertThat(stallOf(lillestrom).text("notices[0].attempts")).isEqualTo("1");
        assertThat(stallOf(lillestrom).text("notices[0].lastError")).contains("out of ideas");
        send();
        assertThat(Mailbox.all()).as("not before the wait is over").isEmpty();
        clock.advance(Duration.ofSeconds(30));
        send();
        assertThat(mailsTo(ADMIN))
                .extracting(Mail::id)
                .containsExactly(stallOf(lillestrom).text("notices[0].messageId"));
    }
}
