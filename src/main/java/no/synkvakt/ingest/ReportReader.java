package no.synkvakt.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.ReportedTimes;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import org.jspecify.annotations.Nullable;

/** Makes out what a CloudEvent reports, or why it is refused. */
@Singleton
class ReportReader {

    private final CloudEventReader reader;
    private final StepCatalogue catalogue;
    private final Clock clock;

    ReportReader(CloudEventReader reader, StepCatalogue catalogue, Clock clock) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Report read(JsonNode node) throws Refused {
        CloudEvent event = reader.read(node);
        EventType type = EventType.of(event.getType())
                .orElseThrow(() -> new Refused("type", event.getType(), "one of " + EventType.accepted()));
        Instant time = time(event, node);
        if (type == EventType.HEARTBEAT) {
            return new Report.Heartbeat(event.getSource().toString(), event.getId(), time);
        }
        if (event.getSubject() == null) {
            throw new Refused("subject", null, "the id of a municipality");
        }
        DataReader data = new DataReader(reader.data(node, event));
        StepEvent report = new StepEvent(
                event.getSource().toString(),
                event.getId(),
                type,
                data.cycle(),
                type.ofStep() ? step(data.step()) : null,
                time,
                data.trouble(type));
        return new Report.OfCycle(event.getSubject(), report);
    }

    private String step(String name) throws Refused {
        return catalogue
                .find(name)
                .map(Step::id)
                .orElseThrow(() -> new Refused("data.step", name, "the id or label of a step: " + catalogue.ids()));
    }

    private Instant time(CloudEvent event, JsonNode node) throws Refused {
        Instant now = clock.instant();
        @Nullable
        Instant time = event.getTime() == null ? null : event.getTime().toInstant();
        if (time == null) {
            return now;
        }
        if (!ReportedTimes.isPossible(time, now)) {
            throw new Refused("time", node.get("time").asText(), ReportedTimes.accepted(now));
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
