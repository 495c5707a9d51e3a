package no.synkvakt.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.StepState;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.playbook.Playbook;
import no.synkvakt.stall.Finding;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Verdict;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Shipped;
import org.jspecify.annotations.Nullable;

/** A situation that a row of the playbook is for: a step of some owner's chain that stands still since Monday at two. */
record GalleryRow(String step, String sis, Verdict verdict) {

    static final List<GalleryRow> ALL = List.of(
            new GalleryRow("import-sas-isi", "IST_HOSTED", Verdict.NOT_STARTED),
            new GalleryRow("import-sas", "WIS", Verdict.NOT_STARTED),
            new GalleryRow("import-sas", "IST_LOCAL", Verdict.OVERRUN),
            new GalleryRow("import-sas", "ISKOLE", Verdict.NOT_STARTED),
            new GalleryRow("import-visma-inschool", "VISMA_INSCHOOL", Verdict.OVERRUN),
            new GalleryRow("import-visma-flyt", "VISMA_FLYT", Verdict.FAILED),
            new GalleryRow("import-samaccountname", "VISMA_FLYT", Verdict.FAILED),
            new GalleryRow("import-flyvo", "VISMA_FLYT", Verdict.NOT_STARTED),
            new GalleryRow("import-flyvo", "VISMA_FLYT", Verdict.HELD),
            new GalleryRow("synchronization", "VISMA_FLYT", Verdict.HELD),
            new GalleryRow("synchronization", "VISMA_FLYT", Verdict.OVERRUN),
            new GalleryRow("export-ad", "VISMA_FLYT", Verdict.NOT_STARTED),
            new GalleryRow("import-ad", "VISMA_FLYT", Verdict.FAILED),
            new GalleryRow("export-lms", "VISMA_FLYT", Verdict.OVERRUN),
            new GalleryRow("export-365", "VISMA_FLYT", Verdict.NOT_STARTED),
            new GalleryRow("export-azure", "VISMA_FLYT", Verdict.FAILED),
            new GalleryRow("import-flyvo", "VISMA_FLYT", Verdict.MISSED),
            new GalleryRow("import-sas", "WIS", Verdict.MISSED),
            new GalleryRow("import-visma-flyt", "VISMA_FLYT", Verdict.MISSED));

    private static final Instant SINCE = Instant.parse("2026-11-23T02:00:00+01:00");
    private static final Duration EXPECTED = Duration.ofHours(1);
    private static final Trouble ERROR = new Trouble("Connection timed out after 30 s", null, null);
    private static final Trouble COUNTS = new Trouble(null, new Trouble.Changes(25L, 1240L, 310L, 3100L), 10.0);

    /** When it was seen. */
    static Instant detected() {
        return SINCE.plus(EXPECTED).plusSeconds(5);
    }

    Municipality at(MunicipalityFixture owner) {
        return Shipped.municipality(owner.with("sis", sis).with("steps", chain()));
    }

    Stall stall(Municipality municipality, Playbook playbook) {
        Finding finding = isMissed()
                ? Finding.missed(SINCE, SINCE.plus(EXPECTED))
                : new Finding(step, verdict, SINCE, SINCE.plus(EXPECTED), trouble());
        Remedy remedy = playbook.remedyFor(municipality, finding.step(), verdict);
        Stall stall = Stall.of(municipality.id(), isMissed() ? null : "2026-11-23", finding, remedy, detected());
        stall.id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        stall.escalateAt = Instant.parse("2026-11-23T16:00:00+01:00");
        return stall;
    }

    private boolean isMissed() {
        return verdict == Verdict.MISSED;
    }

    /** The one that stands still; where none began, the one of the night before. */
    Cycle cycle(Municipality municipality) {
        if (isMissed()) {
            Instant nightBefore = SINCE.minus(Duration.ofDays(1));
            List<StepRun> done = municipality.steps().stream()
                    .map(id -> run(id, StepState.DONE))
                    .toList();
            return new Cycle(
                    municipality.id(), "2026-11-22", nightBefore, nightBefore.plus(Duration.ofMinutes(72)), done);
        }
        int waited = municipality.steps().indexOf(step);
        List<StepRun> runs = new ArrayList<>();
        for (int index = 0; index < municipality.steps().size(); index++) {
            StepState state = index < waited ? StepState.DONE : index == waited ? stopped() : StepState.PENDING;
            runs.add(run(municipality.steps().get(index), state));
        }
        return new Cycle(municipality.id(), "2026-11-23", SINCE, null, runs);
    }

    private List<String> chain() {
        List<String> chain =
                new ArrayList<>(List.of("synchronization", "export-ad", "import-ad", "export-lms", "export-365"));
        if (step.equals("export-azure")) {
            chain.add(step);
        } else if (!chain.contains(step)) {
            chain.add(0, step);
        }
        if (sis.equals("VISMA_FLYT") && !step.equals("import-visma-flyt")) {
            chain.add(0, "import-visma-flyt");
        }
        return List.copyOf(chain);
    }

    private @Nullable Trouble trouble() {
        return switch (verdict) {
            case FAILED -> ERROR;
            case HELD -> COUNTS;
            case NOT_STARTED, OVERRUN, MISSED -> null;
        };
    }

    private StepState stopped() {
        return switch (verdict) {
            case FAILED -> StepState.FAILED;
            case HELD -> StepState.HELD;
            case NOT_STARTED, OVERRUN, MISSED -> StepState.CURRENT;
        };
    }

    private static StepRun run(String step, StepState state) {
        Expectation expected = new Expectation(EXPECTED, Expectation.Basis.CONFIGURED, 0);
        return new StepRun(step, state, SINCE, null, null, false, expected, SINCE.plus(EXPECTED), null);
    }
}
