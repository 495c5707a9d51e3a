package no.synkvakt.faults;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that nobody can read stops nobody else, and whoever looks at its owner is not met with an error. */
@QuarkusTest
class PoisonRowTest extends FlowTest {

    private static final MunicipalityFixture BAD = owner("bad.example", "Bad", "WIS");
    private static final MunicipalityFixture GOOD = owner("good.example", "Good", "WIS");
    private static final String OF_BAD = " where municipality = 'bad.example'";

    private static int runs;

    @AfterAll
    static void note() {
        Findings.note("a poison row in cycle or notice", runs, new Audit(List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cycle set steps = '[{\"step\": 7, \"state\": \"NO_SUCH\"}]'",
                "cycle set steps = '{\"neither\": 7}'",
                "notice set facts = '[7]'",
                "notice set facts = '{\"owner\": 7}'",
            })
    void itStopsNobody_andItsOwnerCanBeLookedAtAndIsDoneInTheEnd(String poison) {
        watched(BAD, GOOD);
        engineOf(BAD).fails("import-sas", "no route");
        holdPasses();
        String stall = stallOf(BAD).id();
        sql("update " + poison + OF_BAD);
        engineOf(GOOD).fails("import-sas", "no route");
        tick();
        holdPasses();
        assertThat(mailsTo("ikt@good.example")).hasSize(1);
        assertCanBeLookedAt(stall);
        engineOf(BAD).completes("import-sas");
        assertThat(stallsOf(BAD).get(0).state()).isEqualTo("RESOLVED");
        assertCanBeLookedAt(stall);
        runs++;
    }

    private static void assertCanBeLookedAt(String stall) {
        Stream.of(
                        "/api/v1/municipalities",
                        "/api/v1/municipalities/bad.example/status",
                        "/api/v1/stalls",
                        "/api/v1/stalls/" + stall,
                        "/",
                        "/m/bad.example",
                        "/stalls/" + stall)
                .forEach(path -> assertThat(as(Key.OPERATOR).get(path).statusCode())
                        .as(path)
                        .isEqualTo(200));
    }
}
