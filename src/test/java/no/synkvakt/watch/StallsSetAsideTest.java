package no.synkvakt.watch;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stall that the clock cannot hand over stops nobody and is not forgotten. */
@QuarkusTest
class StallsSetAsideTest extends FlowTest {

    private static final MunicipalityFixture OTHER = owner("other.example", "Other", "WIS");

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
    }

    @Test
    void theOthersAreHandedOver() {
        refuseHandingOverLillestrom("P0001");
        tick();
        assertThat(stallOf(OTHER).state()).isEqualTo("ESCALATED");
        assertThat(stallOf(lillestrom()).state()).isEqualTo("OPEN");
    }

    @Test
    void itIsTriedAgainAfterAnHourAndNotAMicrosecondEarlier() {
        refuseHandingOverLillestrom("P0001");
        tick();
        mend();
        pass(Duration.ofHours(1).minusNanos(1000));
        assertThat(stallOf(lillestrom()).state()).isEqualTo("OPEN");
        pass(Duration.ofNanos(1000));
        assertThat(stallOf(lillestrom()).state()).isEqualTo("ESCALATED");
    }

    @Test
    void aDeadlockSetsNothingAside_theNextTickDoesIt() {
        refuseHandingOverLillestrom("40P01");
        assertThatThrownBy(this::tick).isInstanceOf(RuntimeException.class);
        mend();
        tick();
        assertThat(stallOf(lillestrom()).state()).isEqualTo("ESCALATED");
        assertThat(stallOf(OTHER).state()).isEqualTo("ESCALATED");
    }

    private void refuseHandingOverLillestrom(String state) {
        sql("""
                create or replace function refuse() returns trigger language plpgsql as $$
                begin
                    raise exception 'not handed over' using errcode = '%s';
                end $$""".formatted(state));
        sql("create trigger refusal before update on stall for each row when (new.state = 'ESCALATED'"
                + " and new.municipality = 'lillestrom.kommune.no') execute function refuse()");
    }
}
