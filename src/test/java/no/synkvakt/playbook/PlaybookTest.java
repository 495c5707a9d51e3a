package no.synkvakt.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import no.synkvakt.municipality.Sis;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entry a situation gets: the one that names most of it; none matches, support's. */
class PlaybookTest {

    private static final Situation FLYVO_HELD = new Situation("import-flyvo", Sis.WIS, Verdict.HELD, List.of());

    @Test
    void theMostSpecificEntryWins_whateverTheOrderInTheFile() {
        List<PlaybookEntry> entries = new ArrayList<>(List.of(
                entry("all", Match.ALL),
                entry("step", new Match(Set.of("import-flyvo"), Set.of(), Set.of(), Set.of())),
                entry("step-and-sis", new Match(Set.of("import-flyvo"), Set.of(Sis.WIS), Set.of(), Set.of())),
                entry("step-sis-and-verdict", match("import-flyvo", Sis.WIS, Verdict.HELD))));

        for (int rotation = 0; rotation < entries.size(); rotation++) {
            Collections.rotate(entries, 1);
            Playbook playbook = new Playbook(entries);
            assertThat(idFor(playbook, FLYVO_HELD)).isEqualTo("step-sis-and-verdict");
            assertThat(idFor(playbook, new Situation("import-flyvo", Sis.WIS, Verdict.FAILED, List.of())))
                    .isEqualTo("step-and-sis");
            assertThat(idFor(playbook, new Situation("import-flyvo", Sis.ISKOLE, Verdict.HELD, List.of())))
                    .isEqualTo("step");
            assertThat(idFor(playbook, new Situation("export-ad", Sis.WIS, Verdict.HELD, List.of())))
                    .isEqualTo("all");
            assertThat(idFor(playbook, new Situation(null, Sis.WIS, Verdict.MISSED, List.of())))
                    .isEqualTo("all");
        }
    }

    @Test
    void whereNothingMatchesSupportDoes() {
        PlaybookEntry nobodys = new Playbook(List.of()).entryFor(FLYVO_HELD);

        assertThat(nobodys.id()).isEqualTo("unmatched");
        assertThat(nobodys.audience()).isEqualTo(Audience.SUPPORT);
    }

    @Test
    void aCriterionThatNamesStepsDoesNotMatchThatNoCycleBegan() {
        Match ofStep = new Match(Set.of("import-flyvo"), Set.of(), Set.of(), Set.of());

        assertThat(ofStep.matches(new Situation(null, Sis.WIS, Verdict.MISSED, List.of())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "import-flyvo, WIS,    HELD,   true",
        "export-ad,    WIS,    HELD,   false",
        "import-flyvo, ISKOLE, HELD,   false",
        "import-flyvo, WIS,    FAILED, false",
    })
    void everyCriterionHasToMatch(String step, Sis sis, Verdict verdict, boolean matches) {
        assertThat(match("import-flyvo", Sis.WIS, Verdict.HELD).matches(new Situation(step, sis, verdict, List.of())))
                .isEqualTo(matches);
    }

    @Test
    void ofACriterionWithSeveralAnyWillDo() {
        Match several = new Match(
                Set.of("export-lms", "export-365"),
                Set.of(Sis.WIS, Sis.ISKOLE),
                Set.of(Verdict.HELD, Verdict.FAILED),
                Set.of());

        assertThat(several.matches(new Situation("export-365", Sis.ISKOLE, Verdict.FAILED, List.of())))
                .isTrue();
        assertThat(several.matches(new Situation("export-lms", Sis.WIS, Verdict.HELD, List.of())))
                .isTrue();
        assertThat(several.matches(new Situation("export-ad", Sis.WIS, Verdict.HELD, List.of())))
                .isFalse();
    }

    @Test
    void ofStepsOfTheChainAnyWillDo_andWhoNamesThemNamesMore() {
        Match missed = new Match(Set.of(), Set.of(), Set.of(Verdict.MISSED), Set.of());
        Match withFlyVo =
                new Match(Set.of(), Set.of(), Set.of(Verdict.MISSED), Set.of("import-flyvo", "import-samaccountname"));

        assertThat(withFlyVo.matches(missedBy("import-flyvo", "export-365"))).isTrue();
        assertThat(withFlyVo.matches(missedBy("import-visma-flyt", "export-365")))
                .isFalse();
        assertThat(withFlyVo.specificity()).isGreaterThan(missed.specificity());
    }

    @Test
    void twoThatNameStepsOfTheChainTie_sinceAChainMayHaveBoth() {
        Match flyVo = new Match(Set.of(), Set.of(), Set.of(), Set.of("import-flyvo"));
        Match sas = new Match(Set.of(), Set.of(), Set.of(), Set.of("import-sas"));

        assertThat(flyVo.tiesWith(sas)).isTrue();
        assertThat(flyVo.tiesWith(new Match(Set.of(), Set.of(Sis.WIS), Set.of(), Set.of("import-sas"))))
                .isFalse();
    }

    @Test
    void twoTieWhenBothMatchASituation_andNeitherNamesMore() {
        Match step = new Match(Set.of("import-flyvo"), Set.of(), Set.of(), Set.of());
        Match sameStepAndOthers = new Match(Set.of("import-flyvo", "export-ad"), Set.of(), Set.of(), Set.of());
        Match otherStep = new Match(Set.of("export-ad"), Set.of(), Set.of(), Set.of());
        Match sis = new Match(Set.of(), Set.of(Sis.WIS), Set.of(), Set.of());
        Match stepAndSis = new Match(Set.of("import-flyvo"), Set.of(Sis.WIS), Set.of(), Set.of());
        Match stepAndOtherSis = new Match(Set.of("import-flyvo"), Set.of(Sis.ISKOLE), Set.of(), Set.of());
        Match stepAndVerdict = new Match(Set.of("import-flyvo"), Set.of(), Set.of(Verdict.HELD), Set.of());
        Match stepAndOtherVerdict = new Match(Set.of("import-flyvo"), Set.of(), Set.of(Verdict.FAILED), Set.of());

        assertThat(step.tiesWith(sameStepAndOthers)).isTrue();
        assertThat(step.tiesWith(sis)).isTrue();
        assertThat(stepAndSis.tiesWith(stepAndVerdict)).isTrue();
        assertThat(Match.ALL.tiesWith(Match.ALL)).isTrue();
        assertThat(step.tiesWith(otherStep)).isFalse();
        assertThat(step.tiesWith(stepAndSis)).isFalse();
        assertThat(stepAndSis.tiesWith(stepAndOtherSis)).isFalse();
        assertThat(stepAndVerdict.tiesWith(stepAndOtherVerdict)).isFalse();
    }

    private static Situation missedBy(String... chain) {
        return new Situation(null, Sis.VISMA_FLYT, Verdict.MISSED, List.of(chain));
    }

    private static String idFor(Playbook playbook, Situation situation) {
        return playbook.entryFor(situation).id();
    }

    private static Match match(String step, Sis sis, Verdict verdict) {
        return new Match(Set.of(step), Set.of(sis), Set.of(verdict), Set.of());
    }

    private static PlaybookEntry entry(String id, Match match) {
        @Nullable TextList nothingToDo = null;
        return new PlaybookEntry(id, match, Audience.SUPPORT, null, List.of(), true, null, nothingToDo, null, null);
    }
}
