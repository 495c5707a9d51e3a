package no.synkvakt.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.synkvakt.municipality.Language;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Verdict;
import no.synkvakt.testing.RealParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each language says times in Oslo, durations, numbers and lists. Message bundles are of Quarkus, so it runs. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NB | 2026-11-23T01:14:07Z | mandag 23. november kl. 02.14
            NN | 2026-11-23T01:14:07Z | måndag 23. november kl. 02.14
            EN | 2026-11-23T01:14:07Z | Monday 23 November at 02:14
            NB | 2026-07-01T22:30:00Z | torsdag 2. juli kl. 00.30
            NB | 2026-03-29T00:59:59Z | søndag 29. mars kl. 01.59
            NB | 2026-03-29T01:00:00Z | søndag 29. mars kl. 03.00
            NB | 2026-10-25T00:59:59Z | søndag 25. oktober kl. 02.59
            NB | 2026-10-25T01:00:00Z | søndag 25. oktober kl. 02.00
            NN | 2026-10-25T02:00:00Z | søndag 25. oktober kl. 03.00
            EN | 2026-12-31T23:00:00Z | Friday 1 January at 00:00
            """)
    void aTimeIsThatOfOslo_throughSummerAndWinter(Language language, Instant time, String said) {
        assertThat(new Wording(language).time(time)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "NB, PT45M,      45 min",
        "NB, PT2H,       2 t",
        "NN, PT2H30M,    2 t 30 min",
        "EN, PT2H30M,    2 h 30 min",
        "NB, PT26H,      26 t",
        "NB, PT59S,      59 s",
        "NB, PT1M30S,    1 min",
        "EN, PT0S,       0 s",
    })
    void aDurationIsSaidInHoursAndMinutes(Language language, Duration duration, String said) {
        assertThat(new Wording(language).duration(duration)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NB | 1873    | 1\u00a0873
            NN | 1873    | 1\u00a0873
            EN | 1873    | 1,873
            NB | 12.5    | 12,5
            EN | 12.5    | 12.5
            NB | 20.0    | 20
            """)
    void aNumberIsWrittenAsTheLanguageWritesIt(Language language, Double number, String said) {
        assertThat(new Wording(language).number(number)).isEqualTo(said);
    }

    @Test
    void tasksAreQuotedWithOrBetweenThem() {
        List<String> two = List.of("eFeide Export FlyVO", "eFeide synkronisering");

        assertThat(new Wording(Language.NB).tasks(two, true))
                .isEqualTo("«eFeide Export FlyVO» eller «eFeide synkronisering»");
        assertThat(new Wording(Language.NN).tasks(two, true))
                .isEqualTo("«eFeide Export FlyVO» eller «eFeide synkronisering»");
        assertThat(new Wording(Language.EN).tasks(two, true))
                .isEqualTo("\"eFeide Export FlyVO\" or \"eFeide synkronisering\"");
        assertThat(new Wording(Language.EN).tasks(List.of("a {b} <c>"), true)).isEqualTo("\"a {b} <c>\"");
    }

    @Test
    void aNameThatIsOnlyTypicalIsSaidToBe() {
        List<String> one = List.of("eFeide Import AD");

        assertThat(new Wording(Language.NB).tasks(one, false))
                .isEqualTo("med et navn som ligner på «eFeide Import AD»");
        assertThat(new Wording(Language.NN).tasks(one, false))
                .isEqualTo("med eit namn som liknar på «eFeide Import AD»");
        assertThat(new Wording(Language.EN).tasks(one, false)).isEqualTo("named something like \"eFeide Import AD\"");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, ikke startet",
        "OVERRUN,     'startet, men ikke ferdig'",
        "FAILED,      stoppet med feil",
        "HELD,        holdt tilbake av importfilteret",
        "MISSED,      ingen ny syklus",
    })
    void aVerdictHasItsWords(Verdict verdict, String said) {
        assertThat(new Wording(Language.NB).verdict(verdict)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGED, reported as done",
        "ESCALATED,    sent to support",
        "CHANGED,      'new condition, before it'",
        "RESOLVED,     resolved",
        "REPLACED,     replaced by",
    })
    void anActIsToldWithItsTime_andWhoDidIt(Act.Kind kind, String said) {
        Instant at = Instant.parse("2026-11-23T01:14:07Z");
        Wording english = new Wording(Language.EN);

        assertThat(english.act(new Act(at, kind, Act.Side.SUPPORT, "operator", null)))
                .isEqualTo("Monday 23 November at 02:14: " + said + " (operator)");
        assertThat(english.act(new Act(at, kind, Act.Side.SUPPORT, "operator", "on it")))
                .isEqualTo("Monday 23 November at 02:14: " + said + " (operator): on it");
    }
}
