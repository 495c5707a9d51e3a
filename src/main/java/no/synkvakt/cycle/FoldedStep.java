package no.synkvakt.cycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step while its cycle's events are folded. */
final class FoldedStep {

    final String id;

    private @Nullable Instant readyAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private boolean inferred;
    private boolean restarted;
    private boolean wasStopped;
    private @Nullable StepState stopped;
    private @Nullable Trouble trouble;

    FoldedStep(String id) {
        this.id = id;
    }

    boolean isOpen() {
        return finishedAt == null;
    }

    /** The step before it is done. A step that was started again keeps the time of that. */
    void ready(Instant time) {
        if (!restarted) {
            readyAt = time;
        }
    }

    Instant readySince(Instant otherwise) {
        return readyAt == null ? otherwise : readyAt;
    }

    /** A later report shows that this step is done. Tells whether it was open. */
    boolean infer(Instant time) {
        if (!isOpen()) {
            return false;
        }
        finish(time, true);
        return true;
    }

    /** Takes the step's own report. Tells whether the step's end changed by it. */
    boolean take(StepEvent event) {
        if (event.type() == EventType.STEP_COMPLETED && (isOpen() || inferred)) {
            finish(event.time(), false);
            return true;
        }
        if (isOpen()) {
            switch (event.type()) {
                case STEP_STARTED -> start(event.time());
                case STEP_FAILED -> stop(StepState.FAILED, event);
                case STEP_HELD -> stop(StepState.HELD, event);
                default -> {}
            }
        }
        return false;
    }

    private void start(Instant time) {
        if (stopped != null) {
            stopped = null;
            trouble = null;
            restarted = true;
            readyAt = time;
            startedAt = time;
        } else if (startedAt == null) {
            startedAt = time;
        }
    }

    private void stop(StepState state, StepEvent event) {
        stopped = state;
        wasStopped = true;
        trouble = event.trouble();
    }

    private void finish(Instant time, boolean byInference) {
        finishedAt = time;
        inferred = byInference;
        stopped = null;
        trouble = null;
    }

    StepRun run(Expectation expected) {
        @Nullable Instant dueAt = readyAt == null ? null : expected.dueAt(readyAt);
        return new StepRun(id, state(), readyAt, startedAt, finishedAt, inferred, expected, dueAt, trouble, wasStopped);
    }

    private StepState state() {
        if (!isOpen()) {
            return StepState.DONE;
        }
        if (stopped != null) {
            return stopped;
        }
        return readyAt == null ? StepState.PENDING : StepState.CURRENT;
    }
}
