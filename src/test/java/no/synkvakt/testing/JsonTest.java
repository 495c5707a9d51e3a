package no.synkvakt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How tests find what stands in an answer. */
class JsonTest {

    private static final Object ANSWER = Json.members("""
            { "state": "OPEN", "acts": [ { "kind": "ACKNOWLEDGED", "note": null }, { "kind": "ESCALATED" } ],
              "remedy": { "tasks": ["one", "two"], "limit": 12.5 } }""");

    @Test
    void aMemberOrAnElement() {
        assertThat(Json.at(ANSWER, "state")).isEqualTo("OPEN");
        assertThat(Json.at(ANSWER, "remedy.limit")).isEqualTo(12.5);
        assertThat(Json.at(ANSWER, "remedy.tasks[1]")).isEqualTo("two");
        assertThat(Json.at(ANSWER, "acts[1].kind")).isEqualTo("ESCALATED");
    }

    @Test
    void ofAListWhatEachElementHas() {
        assertThat(Json.at(ANSWER, "acts.kind")).isEqualTo(List.of("ACKNOWLEDGED", "ESCALATED"));
        assertThat(Json.at(ANSWER, "acts.note")).isEqualTo(Arrays.asList(null, null));
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(Json.at(ANSWER, "stall.id")).isNull();
        assertThat(Json.at(ANSWER, "acts[2].kind")).isNull();
        assertThat(Json.at(ANSWER, "state.deeper")).isNull();
    }
}
