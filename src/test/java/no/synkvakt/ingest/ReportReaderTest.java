package no.synkvakt.ingest;

import static no.synkvakt.ingest.Sent.NOW;
import static no.synkvakt.ingest.Sent.example;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.base.FieldError;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event reports, and when; and why one that cannot be understood is refused. */
class ReportReaderTest {

    private static final String WINDOW =
            "from 2000-01-01T00:00:00Z to 5 minutes from now, which is 2026-11-23T01:14:10.000001Z";

    @Test
    void theContractsExampleIsUnderstood() throws Refused {
        assertThat(example().read())
                .isEqualTo(new Report.OfCycle(
                        "lillestrom.kommune.no",
                        new StepEvent(
                                "/efeide/engine-1",
                                "b3c1",
                                EventType.STEP_COMPLETED,
                                "2026-11-23",
                                "import-visma-flyt",
                                Instant.parse("2026-11-23T01:14:07Z"),
                                null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import-flyvo", "Import FlyVo", "IMPORT FLYVO"})
    void aStepIsNamedByIdOrLabelInAnyCase(String name) throws Refused {
        assertThat(event(example().withData("step", '"' + name + '"')).step()).isEqualTo("import-flyvo");
    }

    @ParameterizedTest
    @CsvSource({"cycle.started, CYCLE_STARTED", "cycle.completed, CYCLE_COMPLETED"})
    void aReportOfTheWholeCycleNeedsNoStep_andHasNone(String type, EventType known) throws Refused {
        Sent sent = example().ofType(type);

        assertThat(event(sent).type()).isEqualTo(known);
        assertThat(event(sent).step()).isNull();
        assertThat(event(sent.with("data", "{\"cycle\": \"2026-11-23\"}")).cycle())
                .isEqualTo("2026-11-23");
    }

    @Test
    void aHeartbeatNeedsNeitherSubjectNorData() throws Refused {
        assertThat(example()
                        .ofType("heartbeat")
                        .without("subject")
                        .without("data")
                        .read())
                .isEqualTo(new Report.Heartbeat("/efeide/engine-1", "b3c1", Instant.parse("2026-11-23T01:14:07Z")));
    }

    @Test
    void extensionsAndUnknownDataAreIgnored() throws Refused {
        assertThat(example()
                        .with("traceparent", "\"00-0af7\"")
                        .with("sequence", "7")
                        .with("odd", "{\"a\": [1]}")
                        .with("Not_A-Name", "\"a\"")
                        .with("dataschema", "\"https://vendor.example/schema\"")
                        .withData("colour", "{\"red\": true}")
                        .read())
                .isEqualTo(example().read());
    }

    @Test
    void anEventWithoutATimeHappenedWhenItIsReceived() throws Refused {
        assertThat(event(example().without("time")).time()).isEqualTo(NOW);
        assertThat(event(example().with("time", "null")).time()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T02:19:10.000001+01:00",
                "2026-11-23T01:19:10.000001Z",
                "2026-11-22T20:19:10.000001-05:00",
            })
    void fiveMinutesInTheFutureIsTheMost(String time) throws Refused {
        assertThat(event(example().withText("time", time)).time()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T01:19:10.000001001Z",
                "2026-11-23T02:19:10.000002+01:00",
                "2027-11-23T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59Z"
            })
    void whatIsMoreIsRefused(String time) {
        assertThat(example().withText("time", time).refusal()).isEqualTo(new FieldError("time", time, WINDOW));
    }

    @Test
    void noEventIsOlderThanTheMillennium() throws Refused {
        assertThat(event(example().withText("time", "2000-01-01T00:00:00Z")).time())
                .isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(example().withText("time", "1999-12-31T23:59:59.999999Z").refusal())
                .isEqualTo(new FieldError("time", "1999-12-31T23:59:59.999999Z", WINDOW));
    }

    @Test
    void aTimeIsKeptToTheMicrosecond_asTheDatabaseKeepsIt() throws Refused {
        assertThat(event(example().withText("time", "2026-11-23T01:14:07.123456789Z"))
                        .time())
                .isEqualTo(Instant.parse("2026-11-23T01:14:07.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no.efeide.sync.step.paused", "no.efeide.sync.step.done", "NO.EFEIDE.SYNC.STEP.COMPLETED", "x"})
    void anUnknownTypeIsRefusedWithThoseThatAreKnown(String type) {
        assertThat(example().withText("type", type).refusal())
                .isEqualTo(new FieldError("type", type, "one of " + EventType.accepted()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import-flywo", "nope", "a\u0000"})
    void anUnknownStepIsRefusedWithThoseThatAreKnown(String step) {
        assertThat(example().withData("step", new TextNode(step).toString()).refusal())
                .isEqualTo(new FieldError(
                        "data.step",
                        step,
                        "the id or label of a step: " + Shipped.catalogue().ids()));
    }

    @Test
    void anEventOfACycleWithoutASubjectIsRefused() {
        assertThat(example().without("subject").refusal())
                .isEqualTo(new FieldError("subject", null, "the id of a municipality"));
    }

    private static StepEvent event(Sent sent) throws Refused {
        return ((Report.OfCycle) sent.read()).event();
    }
}
