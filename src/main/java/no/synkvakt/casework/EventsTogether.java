package no.synkvakt.casework;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.base.GroupCommit;
import no.synkvakt.cycle.StepEvent;
import org.jboss.logging.Logger;

/**
 * Takes in what requests report, together what comes at the same time. Whose lock somebody else holds, and whose events cannot be
 * processed, keeps nobody else waiting: they are taken in alone.
 */
@Singleton
public class EventsTogether {

    private static final Logger LOG = Logger.getLogger(EventsTogether.class);

    /**
     * Half of the cores: what reads and answers requests has the others. Fewer at once are more together; but one alone would do
     * nothing while it waits for PostgreSQL.
     */
    static final int LANES = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private static final int MOST_REQUESTS = 64;

    /** More in one transaction are no faster, and are held longer. */
    private static final int MOST_EVENTS = 600;

    private final EventIntake intake;
    private final GroupCommit<Request, Map<String, List<Receipt>>> commits;

    EventsTogether(EventIntake intake) {
        this.intake = intake;
        this.commits = new GroupCommit<>(LANES, MOST_REQUESTS, this::takeAll);
    }

    private record Request(Map<String, List<StepEvent>> reported, Instant now) {

        /** It has transactions of its own, so that nobody waits for all of them. */
        boolean isLarge() {
            return reported.values().stream().mapToInt(List::size).sum() > MOST_EVENTS;
        }
    }

    /** What became of each event, in the order they were given, by the ids of the municipalities. */
    public Map<String, List<Receipt>> take(Map<String, List<StepEvent>> reported, Instant now) {
        if (reported.isEmpty()) {
            return Map.of();
        }
        Request request = new Request(reported, now);
        Map<String, List<Receipt>> receipts =
                new HashMap<>(request.isLarge() ? takeAll(List.of(request)).get(0) : commits.ask(request));
        new TreeMap<>(reported).forEach((id, events) -> receipts.computeIfAbsent(id, left -> alone(left, events, now)));
        return receipts;
    }

    private List<Map<String, List<Receipt>>> takeAll(List<Request> requests) {
        Map<String, List<StepEvent>> all = new TreeMap<>();
        requests.forEach(request -> request.reported()
                .forEach((id, events) ->
                        all.computeIfAbsent(id, first -> new ArrayList<>()).addAll(events)));
        Instant now = requests.stream()
                .map(Request::now)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, Iterator<Receipt>> receipts = new HashMap<>();
        parts(all).forEach(part -> tryToTake(part, now).forEach((id, of) -> receipts.put(id, of.iterator())));
        return requests.stream().map(request -> share(request, receipts)).toList();
    }

    private static Map<String, List<Receipt>> share(Request request, Map<String, Iterator<Receipt>> receipts) {
        Map<String, List<Receipt>> its = new HashMap<>();
        request.reported().forEach((id, events) -> {
            if (receipts.containsKey(id)) {
                its.put(
                        id,
                        events.stream().map(event -> receipts.get(id).next()).toList());
            }
        });
        return its;
    }

    private static List<Map<String, List<StepEvent>>> parts(Map<String, List<StepEvent>> all) {
        List<Map<String, List<StepEvent>>> parts = new ArrayList<>();
        int left = 0;
        for (Map.Entry<String, List<StepEvent>> entry : all.entrySet()) {
            if (left < entry.getValue().size()) {
                parts.add(new TreeMap<>());
                left = MOST_EVENTS;
            }
            parts.get(parts.size() - 1).put(entry.getKey(), entry.getValue());
            left -= entry.getValue().size();
        }
        return parts;
    }

    /** Nothing is lost when it fails: each is taken in alone then. */
    private Map<String, List<Receipt>> tryToTake(Map<String, List<StepEvent>> part, Instant now) {
        try {
            return intake.takeFree(part, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.debugf(e, "What is reported of %s is taken in one by one", part.keySet());
            return Map.of();
        }
    }

    private List<Receipt> alone(String municipality, List<StepEvent> events, Instant now) {
        try {
            return intake.take(municipality, events, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.errorf(e, "What is reported of %s cannot be processed and is kept as it came", municipality);
            return intake.takeUnfolded(municipality, events, now);
        }
    }

    private static void throwIfOfDatabase(RuntimeException e) {
        if (DatabaseTrouble.isBehind(e)) {
            throw e;
        }
    }
}
