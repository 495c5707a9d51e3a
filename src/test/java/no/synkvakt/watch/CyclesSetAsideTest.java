package no.synkvakt.watch;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cycle that cannot be reviewed stops nobody, is not forgotten, and is not taken for trouble with the database. */
@QuarkusTest
class CyclesSetAsideTest extends FlowTest {

    private static final MunicipalityFixture OTHER = owner("other.example", "Other", "WIS");

    @BeforeEach
    void bothAreDue() {
        watched(lillestrom(), OTHER);
        engineOf(lillestrom()).startsCycle();
        engineOf(OTHER).startsCycle();
        clock.advance(Duration.ofHours(2));
    }

    @AfterEach
    void mend() {
        sql("drop trigger if exists refusal on stall");
    }

    @Test
    void oneThatCannotBeReviewedIsSetAsideWithItsReason_andTheOthersAreReviewed() {
        refuseStallsOfLillestrom("P0001");
        tick();
        assertThat(statusOf(OTHER).state()).isEqualTo("STALLED");
        assertThat(statusOf(lillestrom()).state()).isEqualTo("RUNNING");
        assertThat(statusOf(lillestrom()).json().getString("setAside")).contains("no stalls here");
        assertThat(statusOf(OTHER).json().getMap("")).doesNotContainKey("setAside");
    }

    @Test
    void oneThatWasSetAsideIsTriedAgainAfterAnHour() {
        refuseStallsOfLillestrom("P0001");
        tick();
        mend();
        pass(Duration.ofHours(1).minusNanos(1000));
        assertThat(statusOf(lillestrom()).state()).isEqualTo("RUNNING");
        pass(Duration.ofNanos(1000));
        assertThat(statusOf(lillestrom()).state()).isEqualTo("STALLED");
        assertThat(statusOf(lillestrom()).json().getMap("")).doesNotContainKey("setAside");
    }

    @Test
    void itsNextEventTakesItUpAgain() {
        refuseStallsOfLillestrom("P0001");
        tick();
        mend();
        engineOf(lillestrom()).fails("import-visma-flyt", "out of order");
        assertThat(statusOf(lillestrom()).state()).isEqualTo("STALLED");
        assertThat(statusOf(lillestrom()).json().getMap("")).doesNotContainKey("setAside");
    }

    @Test
    void aDeadlockOrALostConnectionSetsNothingAside_theNextTickDoesIt() {
        refuseStallsOfLillestrom("40P01");
        assertThatThrownBy(this::tick).isInstanceOf(RuntimeException.class);
        assertThat(statusOf(lillestrom()).json().getMap("")).doesNotContainKey("setAside");
        mend();
        tick();
        assertThat(statusOf(lillestrom()).state()).isEqualTo("STALLED");
        assertThat(statusOf(OTHER).state()).isEqualTo("STALLED");
    }

    private void refuseStallsOfLillestrom(String state) {
        sql("""
                create or replace function refuse() returns trigger language plpgsql as $$
                begin
                    raise exception 'no stalls here' using errcode = '%s';
                end $$""".formatted(state));
        sql("create trigger refusal before insert on stall for each row"
                + " when (new.municipality = 'lillestrom.kommune.no') execute function refuse()");
    }
}
