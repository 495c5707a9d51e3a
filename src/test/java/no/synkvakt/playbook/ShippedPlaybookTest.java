package no.synkvakt.playbook;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Sis;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Verdict;
import no.synkvakt.stall.Where;
import no.synkvakt.testing.Shipped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The playbook Synkvakt comes with, held against every line of the table of steps: for every step, system and verdict. */
class ShippedPlaybookTest {

    private static final StepCatalogue CATALOGUE = Shipped.catalogue();
    private static final Playbook PLAYBOOK = new PlaybookProducer().playbook(Optional.empty(), CATALOGUE);
    private static final String ARTICLE = "https://mega.efeide.no/docs/#/md/howto?id=hvordan-kjorer-jeg-skoleopprykk";
    private static final Set<Verdict> LATE_OR_FAILED = EnumSet.of(Verdict.NOT_STARTED, Verdict.OVERRUN, Verdict.FAILED);

    private static final List<String> MISSED = List.of("missed", "missed-import-sas", "missed-support");

    private static final List<String> OF_THE_ADMIN = List.of(
            "import-sas",
            "import-sas-local-files",
            "import-samaccountname",
            "export-ad",
            "missed",
            "missed-import-sas");

    /** The entry's id, step, systems (all when empty), who acts, where, tasks. */
    private record Line(
            String id,
            String step,
            Set<Sis> sis,
            Audience audience,
            @Nullable Where where,
            List<String> tasks) {}

    private static final List<Line> TABLE = List.of(
            support("import-sas-isi", "import-sas-isi", Sis.IST_HOSTED),
            onServer("import-sas", "import-sas", "eFeide Export SAS", Sis.WIS),
            onServer("import-sas-local-files", "import-sas", "eFeide Export SAS", Sis.IST_LOCAL),
            support("import-sas-iskole", "import-sas", Sis.ISKOLE),
            support("import-visma-inschool", "import-visma-inschool"),
            support("import-visma-flyt", "import-visma-flyt"),
            onServer("import-samaccountname", "import-samaccountname", "eFeide Export samAccountName"),
            onServer("import-flyvo", "import-flyvo", "eFeide Export FlyVO"),
            support("synchronization", "synchronization"),
            new Line(
                    "export-ad",
                    "export-ad",
                    Set.of(),
                    Audience.SELF_SERVICE,
                    Where.DOMAIN_CONTROLLER,
                    List.of("eFeide Import AD")),
            support("import-ad", "import-ad"),
            support("export-lms", "export-lms"),
            support("export-365", "export-365"),
            support("export-azure", "export-azure"));

    private static Line support(String id, String step, Sis... sis) {
        return new Line(id, step, Set.of(sis), Audience.SUPPORT, null, List.of());
    }

    private static Line onServer(String id, String step, String task, Sis... sis) {
        return new Line(
                id,
                step,
                Set.of(sis),
                Audience.SELF_SERVICE,
                Where.CLIENT_SERVER,
                List.of(task, "eFeide synkronisering"));
    }

    static Stream<Arguments> everySituation() {
        return CATALOGUE.steps().stream().map(Step::id).flatMap(step -> Stream.of(Sis.values())
                .flatMap(sis -> Stream.of(Verdict.values())
                        .filter(verdict -> verdict != Verdict.MISSED)
                        .map(verdict -> Arguments.of(step, sis, verdict))));
    }

    @ParameterizedTest
    @MethodSource("everySituation")
    void everySituationHasTheRemedyOfTheTable(String step, Sis sis, Verdict verdict) {
        assertThat(PLAYBOOK.remedyFor(ownerWith(sis), step, verdict)).isEqualTo(expected(step, sis, verdict));
    }

    private static Remedy expected(String step, Sis sis, Verdict verdict) {
        boolean synchronization = step.equals("synchronization");
        if (synchronization && verdict == Verdict.HELD) {
            return new Remedy(Audience.SELF_SERVICE, "synchronization-held", List.of(), true, null, ARTICLE);
        }
        return TABLE.stream()
                .filter(line -> line.step().equals(step) && LATE_OR_FAILED.contains(verdict))
                .filter(line -> line.sis().isEmpty() || line.sis().contains(sis))
                .findFirst()
                .map(line -> new Remedy(
                        line.audience(),
                        line.id(),
                        line.tasks(),
                        !step.equals("export-ad"),
                        line.where(),
                        synchronization ? ARTICLE : null))
                .orElse(new Remedy(Audience.SUPPORT, "unmatched", List.of(), true, null, null));
    }

    /** The first import of the chain, the system, and whether the admin can set a new cycle going. */
    @ParameterizedTest
    @CsvSource({
        "import-sas,            WIS,            true",
        "import-sas,            IST_LOCAL,      true",
        "import-sas,            ISKOLE,         false",
        "import-sas-isi,        IST_HOSTED,     false",
        "import-visma-inschool, VISMA_INSCHOOL, false",
        "import-visma-flyt,     VISMA_FLYT,     false",
        "import-samaccountname, VISMA_FLYT,     true",
        "import-flyvo,          ISKOLE,         true",
    })
    void thatNoCycleBegan_isTheAdminsWhereTheChainHasAnImportOfTheirs(String step, Sis sis, boolean own) {
        Municipality owner = Shipped.municipality(owner("k.example", "K", sis.name())
                .withChain("import-visma-flyt", step, "synchronization", "export-ad")
                .with("tasks", Map.of(step, List.of("ours"))));
        Remedy remedy = PLAYBOOK.remedyFor(owner, null, Verdict.MISSED);

        assertThat(remedy.audience()).isEqualTo(own ? Audience.SELF_SERVICE : Audience.SUPPORT);
        assertThat(remedy.tasks()).isEqualTo(own ? List.of("eFeide synkronisering") : List.of());
        assertThat(remedy.where()).isEqualTo(own ? Where.CLIENT_SERVER : null);
        assertThat(remedy.tasksExact()).isTrue();
    }

    @Test
    void oneWithBothImportsIsToldTheSame() {
        Municipality both = Shipped.municipality(
                owner("k.example", "K", "WIS").withChain("import-sas", "import-samaccountname", "synchronization"));
        assertThat(PLAYBOOK.remedyFor(both, null, Verdict.MISSED).tasks()).containsExactly("eFeide synkronisering");
    }

    @Test
    void everyLineOfTheTableHasItsEntry_andThereIsNoOther() {
        assertThat(PLAYBOOK.size()).isEqualTo(TABLE.size() + 1 + MISSED.size());
        assertThat(TABLE)
                .allSatisfy(line -> assertThat(PLAYBOOK.entry(line.id())).isPresent());
        assertThat(MISSED).allSatisfy(id -> assertThat(PLAYBOOK.entry(id)).isPresent());
        assertThat(PLAYBOOK.entry("synchronization-held")).isPresent();
        assertThat(PLAYBOOK.entry("unmatched")).isEmpty();
    }

    @Test
    void anOwnersOwnTasksWin_andAreExact() {
        Municipality own = Shipped.municipality(
                owner("k.example", "K", "WIS").with("tasks", Map.of("export-ad", List.of("eFeide Import AD skole"))));

        assertThat(PLAYBOOK.remedyFor(own, "export-ad", Verdict.NOT_STARTED))
                .isEqualTo(new Remedy(
                        Audience.SELF_SERVICE,
                        "export-ad",
                        List.of("eFeide Import AD skole"),
                        true,
                        Where.DOMAIN_CONTROLLER,
                        null));
    }

    @Test
    void anOwnersOwnTasksAreForTheirStepAlone_andOnlyWhereTasksAreRun() {
        Municipality own = Shipped.municipality(owner("k.example", "K", "WIS")
                .with("tasks", Map.of("export-365", List.of("ours"), "synchronization", List.of("ours"))));
        Municipality without = ownerWith(Sis.WIS);

        for (String step : List.of("import-flyvo", "export-365", "synchronization")) {
            for (Verdict verdict : LATE_OR_FAILED) {
                assertThat(PLAYBOOK.remedyFor(own, step, verdict))
                        .isEqualTo(PLAYBOOK.remedyFor(without, step, verdict));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoeverIsToActIsToldWhatToDo_inThreeStepsWithServerAndTasks(Language language) {
        for (String id : OF_THE_ADMIN) {
            assertThat(PLAYBOOK.entry(id).orElseThrow().actions())
                    .extracting(actions -> actions.in(language))
                    .satisfies(actions -> assertThat(actions).hasSize(3))
                    .satisfies(actions -> assertThat(actions.get(0)).contains("{server}"))
                    .satisfies(actions -> assertThat(actions.get(1)).contains("Task Scheduler"))
                    .satisfies(actions -> assertThat(actions.get(2)).contains("{tasks}"));
        }
    }

    @Test
    void theRolloverIsAskedAboutWhenTheFilterHeldTheImport_andMentionedOtherwise() {
        PlaybookEntry held = PLAYBOOK.entry("synchronization-held").orElseThrow();
        PlaybookEntry other = PLAYBOOK.entry("synchronization").orElseThrow();

        assertThat(held.actions()).extracting(TextList::nb).asString().contains("skoleopprykk", "Hvis ikke");
        assertThat(held.actions()).extracting(TextList::nn).asString().contains("skuleopprykk", "Om ikkje");
        assertThat(held.actions()).extracting(TextList::en).asString().contains("school year", "If not");
        assertThat(other.note()).extracting(Text::nb).asString().contains("skoleopprykk");
        assertThat(other.note()).extracting(Text::nn).asString().contains("skuleopprykk");
        assertThat(other.note()).extracting(Text::en).asString().contains("school year");
    }

    @Test
    void supportIsToldWhatUsuallyIsTheCause() {
        assertThat(PLAYBOOK.entry("import-ad").orElseThrow().supportHint())
                .extracting(Text::nb)
                .asString()
                .contains("Export AD");
        assertThat(PLAYBOOK.entry("synchronization").orElseThrow().supportHint())
                .extracting(Text::nb)
                .asString()
                .contains("importfilteret");
    }

    private static Municipality ownerWith(Sis sis) {
        return Shipped.municipality(owner("k.example", "K", sis.name()));
    }
}
