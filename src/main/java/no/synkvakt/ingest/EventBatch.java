package no.synkvakt.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import no.synkvakt.base.FieldError;
import no.synkvakt.casework.EventIntake;
import no.synkvakt.casework.EventsTogether;
import no.synkvakt.casework.Receipt;
import no.synkvakt.casework.SignsOfLife;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.ingest.EventsAnswer.Rejection;
import org.jspecify.annotations.Nullable;

/** Takes in the events of one request, each standing alone. */
@Singleton
class EventBatch {

    private final ReportReader reader;
    private final EventIntake intake;
    private final EventsTogether together;
    private final SignsOfLife life;
    private final Clock clock;
    private final EventCounts counts;

    EventBatch(
            ReportReader reader,
            EventIntake intake,
            EventsTogether together,
            SignsOfLife life,
            Clock clock,
            EventCounts counts) {
        this.reader = reader;
        this.intake = intake;
        this.together = together;
        this.life = life;
        this.clock = clock;
        this.counts = counts;
    }

    /** An event of a municipality, and where it stood in the batch. */
    private record Placed(int index, StepEvent event) {}

    EventsAnswer take(List<JsonNode> nodes) {
        Instant now = clock.instant();
        Tally tally = new Tally(nodes);
        Map<String, List<Placed>> byMunicipality = new TreeMap<>();
        for (int index = 0; index < nodes.size(); index++) {
            try {
                Report report = reader.read(nodes.get(index));
                if (report instanceof Report.Heartbeat beat) {
                    tally.count(index, intake.heartbeat(beat.source(), beat.id(), beat.time(), now));
                } else if (report instanceof Report.OfCycle of) {
                    byMunicipality
                            .computeIfAbsent(of.municipality(), id -> new ArrayList<>())
                            .add(new Placed(index, of.event()));
                }
            } catch (Refused e) {
                tally.reject(index, e.error());
            }
        }
        oldestOf(byMunicipality.values()).forEach((source, oldest) -> life.heard(source, oldest, now));
        take(byMunicipality, now, tally);
        EventsAnswer answer = tally.answer();
        counts.count(answer);
        return answer;
    }

    /** The answer to a request whose only event cannot even be read. */
    EventsAnswer refuse(FieldError error) {
        EventsAnswer answer = EventsAnswer.refused(error);
        counts.count(answer);
        return answer;
    }

    /** Any event is a sign of life of its source. */
    private static Map<String, Instant> oldestOf(Collection<List<Placed>> events) {
        return events.stream()
                .flatMap(List::stream)
                .map(Placed::event)
                .collect(Collectors.toMap(
                        StepEvent::source,
                        StepEvent::time,
                        BinaryOperator.minBy(Comparator.naturalOrder()),
                        TreeMap::new));
    }

    private void take(Map<String, List<Placed>> byMunicipality, Instant now, Tally tally) {
        Map<String, List<StepEvent>> reported = new TreeMap<>();
        byMunicipality.forEach((id, placed) ->
                reported.put(id, placed.stream().map(Placed::event).toList()));
        Map<String, List<Receipt>> receipts = together.take(reported, now);
        byMunicipality.forEach((id, placed) -> {
            Iterator<Receipt> next = receipts.getOrDefault(id, List.of()).iterator();
            placed.forEach(each -> tally.count(each.index(), next.next()));
        });
    }

    /** Counts what became of each event. */
    private static final class Tally {

        private final List<JsonNode> nodes;
        private final List<Rejection> rejected = new ArrayList<>();
        private int accepted;
        private int duplicates;

        Tally(List<JsonNode> nodes) {
            this.nodes = nodes;
        }

        void count(int index, Receipt receipt) {
            if (receipt instanceof Receipt.Accepted) {
                accepted++;
            } else if (receipt instanceof Receipt.Duplicate) {
                duplicates++;
            } else if (receipt instanceof Receipt.Rejected refusal) {
                reject(index, refusal.error());
            }
        }

        void reject(int index, FieldError error) {
            @Nullable JsonNode id = nodes.get(index).get("id");
            rejected.add(Rejection.of(index, id != null && id.isTextual() ? id.textValue() : null, error));
        }

        EventsAnswer answer() {
            return new EventsAnswer(
                    accepted,
                    duplicates,
                    rejected.stream()
                            .sorted(Comparator.comparing(Rejection::index))
                            .toList());
        }
    }
}
