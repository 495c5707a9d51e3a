package no.synkvakt.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import no.synkvakt.testing.FullDatabase;
import no.synkvakt.testing.FullDatabaseTest;
import org.junit.jupiter.api.Test;

/** An answer costs what is in it: neither the years behind it, nor the mails it only names. */
@QuarkusTest
class CostOfAnsweringTest extends FullDatabaseTest {

    @Inject
    StatusResource status;

    @Inject
    StallsResource stalls;

    @Test
    void howOneOwnerStands() {
        fallBehind(1);
        yearsHavePassed(700);
        readsLittle(() -> assertThat(status.status("o0.example").stall()).isNotNull());
    }

    @Test
    void oneStall() {
        fallBehind(1);
        String id = stallOf(owners(1).get(0)).id();
        yearsHavePassed(700);
        readsLittle(() -> assertThat(stalls.get(id).notices()).isNotEmpty());
    }

    @Test
    void theStallsThatAreOpen() {
        fallBehind(10);
        yearsHavePassed(100);
        readsLittle(() -> {
            somethingHappens();
            assertThat(stalls.list("open", null, null, null, null, null).total())
                    .isEqualTo(50);
        });
    }

    @Test
    void theStallsOfOneOwner() {
        fallBehind(2);
        yearsHavePassed(100);
        readsLittle(() -> {
            somethingHappens();
            assertThat(stalls.list(null, "o1.example", null, null, null, null).total())
                    .isEqualTo(101);
        });
    }

    /** How many there are on all pages is counted when something has changed. */
    @Test
    void aPageOfAllStalls() {
        fallBehind(10);
        yearsHavePassed(100);
        stalls.list(null, null, null, null, null, null);
        readsLittle(
                () -> assertThat(stalls.list(null, null, null, null, "1", null).total())
                        .isGreaterThan(FullDatabase.ROWS));
    }
}
