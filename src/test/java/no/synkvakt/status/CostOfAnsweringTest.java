package no.synkvakt.status;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.synkvakt.testing.CostTest;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer costs what is in it: neither the years behind it, nor the mails it only names, nor a statement for each line. */
@QuarkusTest
class CostOfAnsweringTest extends CostTest {

    @Inject
    StatusResource status;

    @Inject
    StallsResource stalls;

    @Test
    void howOneOwnerStands() {
        fallBehind(1);
        yearsHavePassed(700);
        fill();
        readsLittle(() -> assertThat(status.status("o0.example").stall()).isNotNull());
    }

    @Test
    void oneStall() {
        fallBehind(1);
        String id = stallOf(owners(1).get(0)).id();
        yearsHavePassed(700);
        fill();
        readsLittle(() -> assertThat(stalls.get(id).notices()).isNotEmpty());
    }

    @Test
    void theStallsThatAreOpen() {
        fallBehind(10);
        yearsHavePassed(100);
        fill();
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
        fill();
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
        fill();
        stalls.list(null, null, null, null, null, null);
        readsLittle(
                () -> assertThat(stalls.list(null, null, null, null, "1", null).total())
                        .isGreaterThan(20_000));
    }

    @Test
    void theTotalIsAnotherAsSoonAsAStallIs() {
        fallBehind(2);
        assertThat(total("")).isEqualTo(2);
        fallBehind(3);
        assertThat(total("")).isEqualTo(3);
        assertThat(total("?state=open")).isEqualTo(3);
        engineOf(owners(1).get(0)).completes("import-visma-flyt");
        assertThat(total("")).isEqualTo(3);
        assertThat(total("?state=open")).isEqualTo(2);
        assertThat(total("?state=RESOLVED")).isEqualTo(1);
        assertThat(total("?municipality=o1.example")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stalls", "stalls?state=open", "outages", "municipalities"})
    void aListTakesAsManyStatementsForManyAsForFew(String list) {
        watched(owners(40));
        fails(owners(40).subList(0, 3), "import-visma-flyt");
        tick();
        long forFew = statements(() -> get(list));
        fails(owners(40).subList(3, 40), "synchronization");
        tick();
        assertThat(statements(() -> get(list))).isEqualTo(forFew).isLessThanOrEqualTo(5);
    }

    private static int total(String query) {
        return as(Key.VIEWER).get("/api/v1/stalls" + query).jsonPath().getInt("total");
    }

    private static void get(String list) {
        assertThat(as(Key.VIEWER).get("/api/v1/" + list).jsonPath().getList("items"))
                .isNotEmpty();
    }

    private static List<MunicipalityFixture> owners(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> owner("o" + number + ".example", "Owner " + number, "VISMA_FLYT")
                        .withChain("import-visma-flyt", "synchronization"))
                .toList();
    }

    private void fallBehind(int many) {
        watched(owners(many));
        fails(owners(many), "import-visma-flyt");
    }

    private void fails(List<MunicipalityFixture> owners, String step) {
        Engine.sendAll(owners.stream()
                .map(owner -> engineOf(owner).event("step.failed", step, Map.of()))
                .toList());
    }
}
