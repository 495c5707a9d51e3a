package no.synkvakt.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.synkvakt.casework.Receipt;
import no.synkvakt.cycle.CycleName;
import no.synkvakt.cycle.ReportedTimes;
import no.synkvakt.cycle.SetAside;
import no.synkvakt.cycle.StepEvent;
import org.jspecify.annotations.Nullable;

/** The rows of one look: the events they make, and those that can make none. */
final class Rows {

    /** More reasons than these nobody reads; they are counted all the same. */
    private static final int MOST_REASONS = 50;

    private final Map<String, List<StepEvent>> events = new TreeMap<>();
    private final Map<String, SetAside> setAside = new LinkedHashMap<>();
    private final Map<String, EngineRow> rowOf = new HashMap<>();

    /** Takes a row apart. */
    void add(EngineRow row, EngineNames names, RowEvents maker, Instant now) {
        try {
            check(row, now);
            String municipality = names.municipality(row.municipality());
            List<StepEvent> its = maker.of(row, municipality, names.step(row.step()), now);
            its.forEach(event -> rowOf.put(event.id(), row));
            events.computeIfAbsent(municipality, id -> new ArrayList<>()).addAll(its);
        } catch (NotTaken e) {
            setAside(row, e.reason());
        }
    }

    private static void check(EngineRow row, Instant now) throws NotTaken {
        if (!CycleName.isId(row.cycle())) {
            throw new NotTaken("cycle", row.cycle(), CycleName.ACCEPTED);
        }
        check("started_at", row.startedAt(), now);
        check("finished_at", row.finishedAt(), now);
        for (Long count : counts(row)) {
            if (count < 0) {
                throw new NotTaken("added, changed, deleted, previous_total", count.toString(), "0 or more");
            }
        }
    }

    private static void check(String column, @Nullable Instant time, Instant now) throws NotTaken {
        if (time != null && !ReportedTimes.isPossible(time, now)) {
            throw new NotTaken(
                    column, time.toString(), ReportedTimes.accepted(now) + "; is the feed's zone the right one?");
        }
    }

    private static List<Long> counts(EngineRow row) {
        return Stream.of(row.added(), row.changed(), row.deleted(), row.previousTotal())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Of all events that the rows make. */
    Set<String> ids() {
        return rowOf.keySet();
    }

    /** By municipality, those that are not known to have been taken in before. */
    Map<String, List<StepEvent>> events(Set<String> before) {
        Map<String, List<StepEvent>> left = new TreeMap<>();
        events.forEach((municipality, all) -> {
            List<StepEvent> news =
                    all.stream().filter(event -> !before.contains(event.id())).toList();
            if (!news.isEmpty()) {
                left.put(municipality, news);
            }
        });
        return left;
    }

    /** What became of an event. */
    void settle(StepEvent event, Receipt receipt) {
        if (receipt instanceof Receipt.Rejected refused) {
            Optional.ofNullable(rowOf.get(event.id()))
                    .ifPresent(row -> setAside(row, refused.error().toString()));
        }
    }

    List<SetAside> setAside() {
        return List.copyOf(setAside.values());
    }

    private void setAside(EngineRow row, String reason) {
        String example = row.municipality() + ", " + row.cycle() + ", " + row.step();
        String key = setAside.containsKey(reason) || setAside.size() < MOST_REASONS ? reason : "more reasons";
        setAside.merge(
                key, new SetAside(key, 1, example), (many, one) -> new SetAside(key, many.rows() + 1, many.example()));
    }
}
