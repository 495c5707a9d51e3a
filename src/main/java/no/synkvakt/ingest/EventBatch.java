package no.synkvakt.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.base.FieldError;
import no.synkvakt.casework.EventIntake;
import no.synkvakt.casework.Receipt;
import no.synkvakt.casework.SignsOfLife;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.ingest.EventsAnswer.Rejection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes in the events of one request, each standing alone; one transaction a municipality, in the order of their ids. */
@Singleton
class EventBatch {

    private static final Logger LOG = Logger.getLogger(EventBatch.class);

    private final ReportReader reader;
    private final EventIntake intake;
    private final SignsOfLife life;
    private final Clock clock;
    private final EventCounts counts;

    EventBatch(ReportReader reader, EventIntake intake, SignsOfLife life, Clock clock, EventCounts counts) {
        this.reader = reader;
        this.intake = intake;
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
        byMunicipality.forEach((municipality, placed) -> take(municipality, placed, now, tally));
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

    private void take(String municipality, List<Placed> placed, Instant now, Tally tally) {
        List<Receipt> receipts =
                receipts(municipality, placed.stream().map(Placed::event).toList(), now);
        for (int position = 0; position < receipts.size(); position++) {
            tally.count(placed.get(position).index(), receipts.get(position));
        }
    }

    /** Where the events of one owner cannot be processed, those of the others are all the same, and these are not lost. */
    private List<Receipt> receipts(String municipality, List<StepEvent> events, Instant now) {
        try {
            return intake.take(municipality, events, now);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "What is reported of %s cannot be processed and is kept as it came", municipality);
            return intake.takeUnfolded(municipality, events, now);
        }
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
