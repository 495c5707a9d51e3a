package no.synkvakt.municipality;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.synkvakt.base.FieldError;

/** What the form of a municipality alone does not show: that its steps are known, its durations sane, its cron possible. */
@Singleton
public class MunicipalityRules {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final StepCatalogue catalogue;

    MunicipalityRules(StepCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Checks a municipality whose form is right, and names its steps by id.
     *
     * @param errors takes what is wrong
     */
    public Municipality check(Municipality municipality, List<FieldError> errors) {
        Optional.ofNullable(municipality.schedule()).ifPresent(schedule -> Crons.check(schedule, errors));
        Map<String, Duration> expected = byId("expected", municipality.expected(), errors);
        expected.forEach((step, duration) -> checkDuration(step, duration, errors));
        Map<String, List<String>> tasks = byId("tasks", municipality.tasks(), errors);
        return municipality.withSteps(chain(municipality.steps(), errors), expected, tasks);
    }

    private List<String> chain(List<String> names, List<FieldError> errors) {
        List<String> chain = new ArrayList<>();
        for (int position = 0; position < names.size(); position++) {
            String field = "steps[" + position + "]";
            String id = id(field, names.get(position), errors);
            if (chain.contains(id)) {
                errors.add(new FieldError(field, names.get(position), "each step once"));
            }
            chain.add(id);
        }
        return chain;
    }

    private <T> Map<String, T> byId(String field, Map<String, T> byName, List<FieldError> errors) {
        Map<String, T> byId = new LinkedHashMap<>();
        byName.forEach((name, value) -> {
            if (byId.put(id(field + "[" + name + "]", name, errors), value) != null) {
                errors.add(new FieldError(field + "[" + name + "]", name, "each step once"));
            }
        });
        return byId;
    }

    private String id(String field, String name, List<FieldError> errors) {
        Optional<Step> step = catalogue.find(name);
        if (step.isEmpty()) {
            errors.add(new FieldError(field, name, "the id or label of a step: " + catalogue.ids()));
        }
        return step.map(Step::id).orElse(name);
    }

    private static void checkDuration(String step, Duration duration, List<FieldError> errors) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            errors.add(new FieldError(
                    "expected[" + step + "]", duration.toString(), "longer than nothing and at most 31 days"));
        }
    }
}
