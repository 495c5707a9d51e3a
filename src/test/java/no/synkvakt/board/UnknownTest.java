package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an engine is not heard, the pages claim nothing: they say so, and show what was known last as that. */
@QuarkusTest
class UnknownTest extends FlowTest {

    private static final MunicipalityFixture WAITS = owner("waits.example", "Venter", "WIS");
    private static final MunicipalityFixture OTHER = owner("other.example", "Annenby", "WIS");

    @Inject
    Fingerprints fingerprints;

    private Engine engine;

    @BeforeEach
    void oneStandsStill_oneWaits_andAnotherEngineHasAThird() {
        watched(lillestrom(), WAITS, OTHER);
        var event = engineOf(OTHER).event("step.failed", "import-sas", Map.of("message", "no answer"));
        event.put("source", "/another/engine");
        Engine.send(event).statusCode(202);
        engine = engineOf(lillestrom()).beats().fails("import-visma-flyt", "no answer");
        engineOf(WAITS).startsCycle();
        tick();
    }

    private void fallsSilent() {
        clock.advance(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
    }

    private static String text(String path) {
        return as(Key.VIEWER)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(?s)<head>.*</head>|<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void theBoardCountsThemApart_andSaysSinceWhenNothingIsHeardFromWhere() {
        fallsSilent();
        assertThat(text("/"))
                .contains("1 av 3 står stille, 2 er ukjente")
                .contains("Synkvakt har ikke hørt fra /efeide/engine-1 siden 02.00. Ukjente skoleeiere: 2.")
                .contains(
                        "Lillestrøm 3205 · lillestrom.kommune.no Ukjent sist kjent: Import Visma Flyt: stoppet med feil 02.00")
                .contains("Venter waits.example Ukjent 02.00 ");
    }

    @Test
    void theFilterThatTheOperatorsMailLinksToShowsThem_andNoGroupOfStallsDoes() {
        fallsSilent();
        assertThat(text("/?state=UNKNOWN"))
                .contains("1–2 av 2", "Lillestrøm", "Venter")
                .doesNotContain("Annenby");
        assertThat(text("/?state=STALLED")).contains("1–1 av 1", "Annenby");
        assertThat(text("/?step=import-visma-flyt")).contains("Ingen skoleeiere passer til dette.");
    }

    @Test
    void theApiAndTheBoardAgree() {
        agree();
        fallsSilent();
        agree();
        engine.beats();
        pass(Duration.ofSeconds(29));
        agree();
        pass(Duration.ofSeconds(1));
        agree();
        isDown(Duration.ofHours(2));
        agree();
    }

    private void agree() {
        for (String state : List.of("UNKNOWN", "STALLED", "RUNNING", "OK", "NEVER_SEEN")) {
            int total =
                    as(Key.VIEWER).get("/api/v1/municipalities?state=" + state).path("total");
            assertThat(text("/?state=" + state))
                    .as("%d are %s", total, state)
                    .contains(total == 0 ? "Ingen skoleeiere passer" : "–" + total + " av " + total);
        }
    }

    @Test
    void whileItCatchesUpTheBoardSaysThat_andNothingOnceItHas() {
        fallsSilent();
        engine.beats();
        assertThat(text("/"))
                .contains("Synkvakt hører fra /efeide/engine-1 igjen")
                .doesNotContain("ikke hørt fra");
        pass(Duration.ofSeconds(30));
        assertThat(text("/")).contains("2 av 3 står stille").doesNotContain("engine-1", "ukjente");
    }

    @Test
    void whileSynkvaktItselfCatchesUpNoEngineIsBlamed() {
        isDown(Duration.ofHours(2));
        assertThat(text("/"))
                .contains("3 av 3 er ukjente", "Synkvakt var selv nede")
                .doesNotContain("engine-1");
        pass(Duration.ofSeconds(30));
        assertThat(text("/"))
                .contains("1 av 3 står stille, 2 er ukjente", "Synkvakt har ikke hørt fra /efeide/engine-1");
    }

    @Test
    void anEngineThatWasToldOfIsStillSilentWhenSynkvaktComesBack() {
        fallsSilent();
        isDown(Duration.ofHours(2));
        assertThat(text("/")).contains("Synkvakt var selv nede", "Synkvakt har ikke hørt fra /efeide/engine-1");
    }

    @Test
    void theAdminIsToldThatThereIsNothingToDo() {
        fallsSilent();
        assertThat(text("/m/" + WAITS.id()))
                .contains(
                        "Akkurat nå hører ikke Synkvakt noe fra synkroniseringsmotoren", "Du trenger ikke å gjøre noe.")
                .doesNotContain("Synkroniseringen går.");
    }

    @Test
    void aStallIsShownAsWhatWasKnownLast() {
        fallsSilent();
        assertThat(text("/m/" + lillestrom().id())).contains("Under står det siste Synkvakt vet", "Import Visma Flyt");
        String stall = queried("select id from stall where municipality = '"
                        + lillestrom().id() + "'")
                .get(0);
        assertThat(text("/stalls/" + stall)).contains("Dette er det siste som er kjent");
        engine.beats();
        pass(Duration.ofSeconds(30));
        assertThat(text("/stalls/" + stall)).doesNotContain("Dette er det siste som er kjent");
    }

    @Test
    void pagesThatAreLookedAtHearOfIt() {
        List<Topic> topics = List.of(
                Topic.BOARD,
                Topic.municipality(WAITS.id()),
                Topic.stall(stallOf(lillestrom()).id()));
        var seen = fingerprints.of(Set.copyOf(topics));
        Runnable[] changes = {
            this::fallsSilent,
            () -> {
                engine.beats();
                pass(Duration.ofSeconds(30));
            },
            () -> isDown(Duration.ofHours(2))
        };
        for (Runnable change : Arrays.asList(changes)) {
            change.run();
            var now = fingerprints.of(Set.copyOf(topics));
            for (Topic topic : topics) {
                assertThat(now.get(topic)).as(topic.toString()).isNotEqualTo(seen.get(topic));
            }
            seen = now;
        }
    }
}
