package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.synkvakt.casework.Standings;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.Outbox;
import no.synkvakt.notice.SupportReads;
import no.synkvakt.stall.Stalls;
import no.synkvakt.testing.FlowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Support's pages speak support's language wholly, dates too, whatever their owners and their mails speak. */
@QuarkusTest
class SupportLanguageTest extends FlowTest {

    @Inject
    SupportReads support;

    @Inject
    StepCatalogue catalogue;

    @Inject
    Standings standings;

    @Inject
    Quietly quietly;

    @Inject
    Municipalities municipalities;

    @Inject
    Cycles cycles;

    @Inject
    Stalls stalls;

    @Inject
    Outbox outbox;

    @Inject
    BoardReadings readings;

    @BeforeEach
    void lillestromStandsStill() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        clock.advance(Duration.ofDays(1));
    }

    @Test
    @Transactional
    void theBoardInNynorsk() {
        assertThat(board(Language.NN))
                .contains("<html lang=\"nn\">", "<h1>1 av 1 står stille</h1>")
                .contains("Hopp til innhaldet", "Namn, nummer eller realm", "Hos skuleeigaren", "ikkje starta")
                .contains("23. nov. 02.00", "(26 t 1 min)");
    }

    @Test
    @Transactional
    void theBoardInEnglish() {
        assertThat(board(Language.EN))
                .contains("<html lang=\"en\">", "<h1>1 of 1 have stalled</h1>")
                .contains("Name, number or realm", "With the school owner", "not started")
                .contains("23 Nov 02:00", "(26 h 1 min)");
    }

    @Test
    @Transactional
    void aStallsPageInNynorsk() {
        assertThat(stall(Language.NN))
                .contains("<html lang=\"nn\">", "<h1>Lillestrøm: Import FlyVo</h1>")
                .contains(
                        "Skuleeigaren kan gjere noko sjølv, og er varsla.",
                        "får brukarstøtta saka måndag 23. november kl. 16.00")
                .contains("Logg på ADM-SRV-07.", "Køyr oppgåva", "ferdig 23. nov. 02.00", "Kva vil du gjere?")
                .contains("Notert: utført.", "E-postar", "send måndag 23. november kl. 04.01", "Opplysningar");
    }

    @Test
    @Transactional
    void aStallsPageInEnglish() {
        assertThat(stall(Language.EN))
                .contains("<html lang=\"en\">", "<h1>Lillestrøm: Import FlyVo</h1>")
                .contains(
                        "The school owner can fix this themselves",
                        "the case goes to support on Monday 23 November at 16:00")
                .contains("Log on to ADM-SRV-07.", "done 23 Nov 02:00", "What do you want to do?")
                .contains("sent on Monday 23 November at 04:01", "Details");
    }

    private String board(Language language) {
        BoardViews views = new BoardViews(catalogue, support.settings(language), clock);
        BoardView view = views.of(readings.now(), List.of(), BoardFilter.of(null, null, null, null), "/live", null);
        return BoardPage.Templates.board(view).setLocale(language.locale()).render();
    }

    private String stall(Language language) {
        StallViews views = new StallViews(
                standings,
                quietly,
                municipalities,
                cycles,
                outbox,
                support.letters(language),
                catalogue,
                support.settings(language),
                clock);
        UUID id = UUID.fromString(stallOf(lillestrom()).id());
        StallView view = views.of(stalls.findById(id), true, Pressed.ACKNOWLEDGE, "/live", null);
        return StallPage.Templates.stall(view, List.of(Quiet.Choice.values()))
                .setLocale(language.locale())
                .render();
    }
}
