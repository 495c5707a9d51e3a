package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.sessions.JqwikSession;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.testing.AnyNight;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StatusOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two owners of whom the same is reported, of one in order and one by one, of the other in any order, doubled, in batches: in
 * the end their cycles are the same to the letter, in the answers and in the database, and so is the feed they hang on. So is
 * the stall where the step that is waited for has failed, is held or nothing is waited for. Not where it was started again:
 * then a stall is open if the failure was heard of before the start, for it was true when it was raised.
 */
@QuarkusTest
class AnyArrivalTest extends EventRequests {

    private static final MunicipalityFixture IN_ORDER = owner("in-order.example");
    private static final MunicipalityFixture ANYHOW = owner("anyhow.example");

    private static MunicipalityFixture owner(String id) {
        return MunicipalityFixture.owner(id, "Eksempel", "VISMA_FLYT")
                .withChain("import-visma-flyt", "import-flyvo", "synchronization", "export-365");
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameReportsComeToTheSame(long seed) {
        clock.set(AnyNight.OVER);
        watched(IN_ORDER, ANYHOW);
        Random random = new Random(seed);
        List<StepEvent> night = sample(seed);

        night.stream().sorted(StepEvent.IN_ORDER).forEach(event -> taken(post(json(IN_ORDER, event))));
        int accepted = arriveAnyhow(AnyNight.inAnyOrderAndNumber(night, random), random);

        assertThat(accepted).as("each is taken once").isEqualTo(night.size());
        assertThat(cycles(ANYHOW)).isEqualTo(cycles(IN_ORDER)).isNotEmpty();
        assertThat(feed(ANYHOW)).isEqualTo(feed(IN_ORDER));
        StatusOf status = statusOf(IN_ORDER);
        assertThat(statusOf(ANYHOW).json().<Object>get("cycle"))
                .isEqualTo(status.json().<Object>get("cycle"));
        if (isStalledForSure(status)) {
            assertThat(standing(statusOf(ANYHOW))).isEqualTo(standing(status));
        }
    }

    private static List<StepEvent> sample(long seed) {
        List<StepEvent> night = new ArrayList<>();
        JqwikSession.run(
                String.valueOf(seed),
                () -> night.addAll(AnyNight.of(ANYHOW.chain()).sample()));
        return night;
    }

    private int arriveAnyhow(List<StepEvent> arriving, Random random) {
        int accepted = 0;
        List<StepEvent> left = arriving;
        while (!left.isEmpty()) {
            int size = 1 + random.nextInt(left.size());
            List<Map<String, Object>> batch = left.subList(0, size).stream()
                    .map(event -> json(ANYHOW, event))
                    .toList();
            accepted += taken(post(batch)).getInt("accepted");
            left = left.subList(size, left.size());
        }
        return accepted;
    }

    /** An event as an engine sends it. Identities are of all owners: those of one come with its name before them. */
    private Map<String, Object> json(MunicipalityFixture owner, StepEvent event) {
        Map<String, Object> data = new HashMap<>(Map.of("cycle", event.cycle()));
        Optional.ofNullable(event.step()).ifPresent(step -> data.put("step", step));
        Optional.ofNullable(event.trouble()).ifPresent(trouble -> tell(trouble, data));
        Map<String, Object> json = with(engineOf(owner).event("", null, Map.of()), "data", data);
        json.putAll(Map.of(
                "id", owner.id() + "-" + event.id(),
                "source", event.source(),
                "type", event.type().type(),
                "time", event.time().toString()));
        return json;
    }

    private static void tell(Trouble trouble, Map<String, Object> data) {
        data.put("message", trouble.message());
        data.put("limit", trouble.limit());
        Trouble.@Nullable Changes changes = trouble.changes();
        if (changes != null) {
            data.put("changes", Map.of("added", changes.added(), "previousTotal", changes.previousTotal()));
        }
    }

    private List<@Nullable String> cycles(MunicipalityFixture owner) {
        return stored().values("select concat_ws(' ', id, state, started_at, completed_at, steps) from cycle"
                + " where municipality = '" + owner.id() + "' order by id");
    }

    private @Nullable String feed(MunicipalityFixture owner) {
        return stored().value("select feed from municipality where id = '" + owner.id() + "'");
    }

    private static boolean isStalledForSure(StatusOf status) {
        List<String> states = status.json().getList("cycle.steps.state");
        return !states.contains("CURRENT");
    }

    /** The stall but for when and by what it came to be known. */
    private static List<Object> standing(StatusOf status) {
        List<Object> standing = new ArrayList<>(List.of(status.state()));
        if (status.stallId().isPresent()) {
            for (String field : List.of("step", "cycle", "verdict", "since", "dueAt", "remedy")) {
                standing.add(String.valueOf(status.json().<Object>get("stall." + field)));
            }
        }
        return standing;
    }
}
