package no.synkvakt.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import no.synkvakt.testing.CostTest;
import no.synkvakt.testing.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list costs no statement for each line, and its total is always that of now. */
@QuarkusTest
class CostOfListsTest extends CostTest {

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
}
