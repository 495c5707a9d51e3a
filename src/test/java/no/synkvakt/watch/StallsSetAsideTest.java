package no.synkvakt.watch;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.stall.Stalls;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stall that the clock cannot hand over stops nobody and is not forgotten. */
@QuarkusTest
class StallsSetAsideTest extends FlowTest {

    private static final MunicipalityFixture OTHER = owner("other.example", "Other", "WIS");

    @Inject
    Stalls stalls;

    @BeforeEach
    void bothAreToGoToSupport() {
        watched(lillestrom(), OTHER);
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        engineOf(OTHER).fails("import-sas", "no route to host");
        clock.set(Instant.parse("2026-11-23T16:00:00+01:00"));
    }

    @AfterEach
    void mend() {
        sql("drop trigger if exists refusal on stall");
        sql("drop trigger if exists refusal on notice");
    }

    @Test
    void itIsSetAsideWithItsReason_andTheOthersAreHandedOver() {
        refuseHandingOverLillestrom("P0001");
        tick();
        assertThat(stallOf(OTHER).state()).isEqualTo("ESCALATED");
        assertThat(stallOf(lillestrom()).state()).isEqualTo("OPEN");
        assertThat(stallOf(lillestrom()).text("setAside")).contains("not handed over");
        assertThat(stallOf(OTHER).json().getMap("")).doesNotContainKey("setAside");
    }

    @Test
    void itsPageSaysWhyNothingHappens() {
        assertThat(page()).doesNotContain("prøver igjen senere");
        refuseHandingOverLillestrom("P0001");
        tick();
        assertThat(page())
                .contains("<p>Synkvakt klarer ikke å purre eller sende saken videre, og prøver igjen senere: ")
                .contains("not handed over");
    }

    @Test
    void aReminderThatCannotBeSentIsNoOtherwise() {
        tick();
        refuseReminders();
        pass(Duration.ofHours(24));
        assertThat(stallOf(lillestrom()).text("setAside")).contains("not reminded");
        assertThat(stallOf(OTHER).notices()).contains("REMINDER support@vendor.example PENDING");
        sql("drop trigger refusal on notice");
        pass(Duration.ofHours(1));
        assertThat(stallOf(lillestrom()).notices()).contains("REMINDER support@vendor.example PENDING");
        assertThat(stallOf(lillestrom()).json().getMap("")).doesNotContainKey("setAside");
    }

    @Test
    void whatSomebodyDoesTakesItUpAgain() {
        refuseHandingOverLillestrom("P0001");
        tick();
        mend();
        stallOf(lillestrom()).escalate("call me").statusCode(200).body("$", not(hasKey("setAside")));
    }

    @Test
    void itIsTriedAgainAfterAnHourAndNotAMicrosecondEarlier() {
        refuseHandingOverLillestrom("P0001");
        tick();
        mend();
        pass(Duration.ofHours(1).minusNanos(1000));
        assertThat(stallOf(lillestrom()).state()).isEqualTo("OPEN");
        assertThat(stallOf(lillestrom()).text("setAside")).contains("not handed over");
        pass(Duration.ofNanos(1000));
        assertThat(stallOf(lillestrom()).state()).isEqualTo("ESCALATED");
        assertThat(stallOf(lillestrom()).json().getMap("")).doesNotContainKey("setAside");
    }

    @Test
    void whatIsNotDueAnyMoreIsNotSetAside() {
        QuarkusTransaction.requiringNew().run(() -> {
            stalls.setAside(lillestrom().id(), "came too late", clock.instant().minusNanos(1000), clock.instant());
            stalls.setAside(
                    OTHER.id(), "came in time", clock.instant(), clock.instant().plusSeconds(60));
        });
        assertThat(stallOf(lillestrom()).json().getMap("")).doesNotContainKey("setAside");
        assertThat(stallOf(OTHER).text("setAside")).isEqualTo("came in time");
        tick();
        assertThat(stallOf(lillestrom()).state()).isEqualTo("ESCALATED");
        assertThat(stallOf(OTHER).state()).isEqualTo("OPEN");
    }

    @Test
    void whatSomebodyHasDoneMeanwhileIsNotSetAside() {
        stallOf(lillestrom()).acknowledge("done").statusCode(200);
        engineOf(OTHER).completes("import-sas");
        QuarkusTransaction.requiringNew().run(() -> {
            stalls.setAside(lillestrom().id(), "came too late", clock.instant(), clock.instant());
            stalls.setAside(OTHER.id(), "came too late", clock.instant(), clock.instant());
        });
        assertThat(stallsOf(lillestrom()).get(0).json().getMap("")).doesNotContainKey("setAside");
        assertThat(stallsOf(OTHER).get(0).json().getMap("")).doesNotContainKey("setAside");
        assertThat(queried("select set_aside from stall where set_aside is not null or act_at is not null"))
                .isEmpty();
    }

    @Test
    void aDeadlockSetsNothingAside_theNextTickDoesIt() {
        refuseHandingOverLillestrom("40P01");
        assertThatThrownBy(this::tick).isInstanceOf(RuntimeException.class);
        assertThat(stallOf(lillestrom()).json().getMap("")).doesNotContainKey("setAside");
        mend();
        tick();
        assertThat(stallOf(lillestrom()).state()).isEqualTo("ESCALATED");
        assertThat(stallOf(OTHER).state()).isEqualTo("ESCALATED");
    }

    private String page() {
        return as(Key.VIEWER).get("/stalls/" + stallOf(lillestrom()).id()).asString();
    }

    private void refuse(String why, String state) {
        sql("""
                create or replace function refuse() returns trigger language plpgsql as $$
                begin
                    raise exception '%s' using errcode = '%s';
                end $$""".formatted(why, state));
    }

    private void refuseReminders() {
        refuse("not reminded", "P0001");
        sql("create trigger refusal before insert on notice for each row when (new.kind = 'REMINDER'"
                + " and new.municipality = 'lillestrom.kommune.no') execute function refuse()");
    }

    private void refuseHandingOverLillestrom(String state) {
        refuse("not handed over", state);
        sql("create trigger refusal before update on stall for each row when (new.state = 'ESCALATED'"
                + " and new.municipality = 'lillestrom.kommune.no') execute function refuse()");
    }
}
