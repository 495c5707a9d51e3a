package no.synkvakt.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types of events that an engine may send, letter for letter, and which of them tell of one step. */
class EventTypeTest {

    @ParameterizedTest
    @CsvSource({
        "no.efeide.sync.cycle.started,   CYCLE_STARTED,   false",
        "no.efeide.sync.cycle.completed, CYCLE_COMPLETED, false",
        "no.efeide.sync.step.started,    STEP_STARTED,    true",
        "no.efeide.sync.step.completed,  STEP_COMPLETED,  true",
        "no.efeide.sync.step.failed,     STEP_FAILED,     true",
        "no.efeide.sync.step.held,       STEP_HELD,       true",
        "no.efeide.sync.heartbeat,       HEARTBEAT,       false",
    })
    void eachTypeOfTheContractIsKnown(String type, EventType known, boolean ofStep) {
        assertThat(EventType.of(type)).contains(known);
        assertThat(known.type()).isEqualTo(type);
        assertThat(known.ofStep()).isEqualTo(ofStep);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STEP_STARTED", "no.efeide.sync.step.Started", "no.efeide.sync.step.started "})
    void nothingElseIsOne(String type) {
        assertThat(EventType.of(type)).isEmpty();
    }

    @Test
    void whatWouldBeAcceptedIsAllOfThem() {
        assertThat(EventType.accepted())
                .isEqualTo("no.efeide.sync.cycle.started, no.efeide.sync.cycle.completed, no.efeide.sync.step.started,"
                        + " no.efeide.sync.step.completed, no.efeide.sync.step.failed, no.efeide.sync.step.held,"
                        + " no.efeide.sync.heartbeat");
    }
}
