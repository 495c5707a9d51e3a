package no.synkvakt.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/** Which stalls a client asks for, from query parameters as they were sent; a blank one, as HTML forms send it, is none. */
final class StallFilter {

    /** Every state but resolved. */
    private static final String OPEN = "open";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    /** Of those that are not resolved, few among many, there is an index, for whoever asks in these very words. */
    StallFilter state(@Nullable String name) {
        if (OPEN.equals(name)) {
            conditions.add("state <> RESOLVED");
        } else if (name != null && !name.isBlank()) {
            Arrays.stream(StallState.values())
                    .filter(state -> state.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            state -> require("state = :state", "state", state),
                            () -> errors.add(new FieldError(
                                    "state",
                                    name,
                                    "open (not resolved) or one of " + Arrays.toString(StallState.values()))));
        }
        return this;
    }

    StallFilter municipality(@Nullable String municipality) {
        if (municipality != null && !municipality.isBlank()) {
            require("municipality = :municipality", "municipality", municipality);
        }
        return this;
    }

    StallFilter step(@Nullable String name, StepCatalogue catalogue) {
        if (name != null && !name.isBlank()) {
            catalogue
                    .find(name)
                    .map(Step::id)
                    .ifPresentOrElse(
                            id -> require("step = :step", "step", id),
                            () -> errors.add(
                                    new FieldError("step", name, "the id or label of a step: " + catalogue.ids())));
        }
        return this;
    }

    StallFilter verdict(@Nullable String name) {
        if (name != null && !name.isBlank()) {
            Arrays.stream(Verdict.values())
                    .filter(verdict -> verdict.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            verdict -> require("verdict = :verdict", "verdict", verdict),
                            () -> errors.add(
                                    new FieldError("verdict", name, "one of " + Arrays.toString(Verdict.values()))));
        }
        return this;
    }

    /** @throws ProblemException 422 when a parameter is not acceptable */
    String query() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void require(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }
}
