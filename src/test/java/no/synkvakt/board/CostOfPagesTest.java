package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import no.synkvakt.testing.CostTest;
import no.synkvakt.testing.Key;
import org.junit.jupiter.api.Test;

/** A page costs what it shows, not the years behind it. */
@QuarkusTest
class CostOfPagesTest extends CostTest {

    @Inject
    BoardReadings readings;

    @Inject
    MunicipalityPage municipality;

    @Inject
    StallPage stall;

    @Inject
    Fingerprints fingerprints;

    @Test
    void theBoard_whateverItsOwnersHaveBehindThem() {
        fallBehind(10);
        yearsHavePassed(700);
        readsLittle(() -> {
            somethingHappens();
            assertThat(readings.now().owners()).hasSize(10);
        });
    }

    @Test
    void theBoardAgainWhileNothingHasHappened() {
        fallBehind(300);
        board();
        readsLittle(() -> assertThat(readings.now().owners()).hasSize(300));
    }

    @Test
    void theBoardTakesAsManyStatementsForManyStallsAsForFew() {
        fallBehind(2);
        assertThat(afterSomethingHappened()).isEqualTo(6);
        fallBehind(20);
        assertThat(afterSomethingHappened()).isEqualTo(6);
        assertThat(statements(this::board)).as("while nothing has happened").isEqualTo(1);
    }

    @Test
    void anOwnersPage() {
        fallBehind(20);
        yearsHavePassed(700);
        readsLittle(() -> ok(municipality.page("o0.example", null, null, null)));
    }

    @Test
    void aStallsPage_whichShowsItsMails() {
        fallBehind(1);
        UUID id = UUID.fromString(stallOf(owners(1).get(0)).id());
        fill();
        readsLittle(() -> ok(stall.page(id.toString(), null, null)));
    }

    @Test
    void whetherPagesThatAreLookedAtHaveChanged() {
        fallBehind(20);
        yearsHavePassed(700);
        Topic page = Topic.municipality("o0.example");
        Topic itsStall = Topic.stall(stallOf(owners(1).get(0)).id());
        readsLittle(() -> assertThat(fingerprints.of(Set.of(page, itsStall))).hasSize(2));
    }

    @Test
    void anOwnersPageChangesAlsoByWhatIsReportedLateOfTheNightBefore() {
        watched(lillestrom());
        engineOf(lillestrom()).inCycle("before").completes("import-visma-flyt");
        engineOf(lillestrom()).inCycle("after").completes("import-visma-flyt");
        Topic page = Topic.municipality(lillestrom().id());
        String before = fingerprints.of(page);
        engineOf(lillestrom()).inCycle("before").completes("import-flyvo");
        assertThat(fingerprints.of(page)).isNotEqualTo(before);
    }

    private long afterSomethingHappened() {
        board();
        somethingHappens();
        return statements(this::board);
    }

    private void board() {
        assertThat(as(Key.VIEWER).get("/").statusCode()).isEqualTo(200);
    }

    private static void ok(Response page) {
        assertThat(page.getStatus()).isEqualTo(200);
    }
}
