package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import no.synkvakt.cycle.StepState;
import no.synkvakt.municipality.Language;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Where;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.RealParts;
import no.synkvakt.testing.Shipped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The playbook's texts filled with one owner's own names, and the chain as eFeide's screen draws it. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class InstructionsTest {

    @Test
    void theOwnersOwnServerAndTheTasksAreFilledIn_whereverTheyStand() {
        Instructions instructions = instructions(Where.CLIENT_SERVER, lillestrom(), Language.EN);

        assertThat(instructions.fill(List.of("Log on to {server}.", "Run {tasks}; {tasks} on {server}", "Wait.", "")))
                .containsExactly("Log on to ADM-SRV-07.", "Run \"a task\"; \"a task\" on ADM-SRV-07", "Wait.", "");
    }

    @Test
    void whatIsDoneOnTheDomainControllerNamesThat() {
        assertThat(instructions(Where.DOMAIN_CONTROLLER, lillestrom(), Language.EN)
                        .fill("{server}"))
                .isEqualTo("DC01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NB | CLIENT_SERVER     | den lokale serveren der eFeide-klienten er installert
            NN | CLIENT_SERVER     | den lokale serveren der eFeide-klienten er installert
            EN | CLIENT_SERVER     | the local server where the eFeide client is installed
            NB | DOMAIN_CONTROLLER | domenekontrolleren for domenet det gjelder
            NN | DOMAIN_CONTROLLER | domenekontrollaren for domenet det gjeld
            EN | DOMAIN_CONTROLLER | the domain controller of the domain in question
            """)
    void aServerWhoseNameIsNotKnownIsSaidByItsKind(Language language, Where where, String said) {
        MunicipalityFixture nameless = lillestrom().without("clientServer").without("domainController");

        assertThat(instructions(where, nameless, language).fill("{server}")).isEqualTo(said);
    }

    @Test
    void aBraceInANameStaysABrace() {
        MunicipalityFixture odd = lillestrom().with("clientServer", "{tasks} {server} {");

        assertThat(instructions(Where.CLIENT_SERVER, odd, Language.EN).fill("On {server}: {tasks}."))
                .isEqualTo("On {tasks} {server} {: \"a task\".");
    }

    @ParameterizedTest
    @CsvSource({
        "DONE,    ✓, done,                      false",
        "CURRENT, ○, waiting here,              true",
        "FAILED,  ✗, stopped with an error,     true",
        "HELD,    ✗, held back by the import filter, true",
        "PENDING, ○, still to come,             false",
    })
    void aStepIsDrawnAsEFeideDrawsIt(StepState state, String mark, String said, boolean waited) {
        assertThat(ChainDrawing.of(List.of(new Facts.Link("Import FlyVo", state)), new Wording(Language.EN)))
                .containsExactly(new Letter.Row(mark, "Import FlyVo", said, waited));
    }

    private static Instructions instructions(
            @Nullable Where where, MunicipalityFixture municipality, Language language) {
        Remedy remedy = new Remedy(Audience.SELF_SERVICE, "import-flyvo", List.of("a task"), true, where, null);
        return new Instructions(remedy, Shipped.municipality(municipality), new Wording(language));
    }
}
