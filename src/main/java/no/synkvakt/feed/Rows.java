package no.synkvakt.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.synkvakt.base.FieldError;
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
    private final Set<EngineRow> refused = new HashSet<>();
    private final RowEvents maker;
    private final EngineNames names;
    private final Instant earliest;
    private final Instant now;

    /**
     * Of none yet.
     *
     * @param earliest what happened before would not be kept
     * @param now when they were looked at
     */
    Rows(RowEvents maker, EngineNames names, Instant earliest, Instant now) {
        this.maker = maker;
        this.names = names;
        this.earliest = earliest;
        this.now = now;
    }

    /** Takes a row apart. */
    void add(EngineRow row) {
        try {
            check(row);
            String municipality = names.municipality(row.municipality());
            List<StepEvent> its = maker.of(row, municipality, names.step(row.step()), now);
            its.forEach(event -> rowOf.put(event.id(), row));
            events.computeIfAbsent(municipality, id -> new ArrayList<>()).addAll(its);
        } catch (NotTaken e) {
            setAside(row, e.reason());
        }
    }

    private void check(EngineRow row) throws NotTaken {
        if (!CycleName.isId(row.cycle())) {
            throw new NotTaken(RowColumn.CYCLE, row.cycle(), CycleName.ACCEPTED);
        }
        check(RowColumn.STARTED_AT, row.startedAt());
        check(RowColumn.FINISHED_AT, row.finishedAt());
        check(RowColumn.ADDED, row.added());
        check(RowColumn.CHANGED, row.changed());
        check(RowColumn.DELETED, row.deleted());
        check(RowColumn.PREVIOUS_TOTAL, row.previousTotal());
    }

    private void check(RowColumn column, @Nullable EngineTime time) throws NotTaken {
        if (time == null) {
            return;
        }
        if (!ReportedTimes.isPossible(time.instant(), now)) {
            throw new NotTaken(
                    column, time.stored(), ReportedTimes.accepted(now) + "; is the feed's zone the right one?");
        }
        if (time.instant().isBefore(earliest)) {
            throw new NotTaken(
                    column,
                    time.stored(),
                    "from " + earliest + " on (synkvakt.retention.cycles); let the query find the last days only");
        }
    }

    private static void check(RowColumn column, @Nullable Long count) throws NotTaken {
        if (count != null && count < 0) {
            throw new NotTaken(column, count.toString(), "0 or more");
        }
    }

    /** Of all events that the rows make. */
    Set<String> ids() {
        return rowOf.keySet();
    }

    /** By municipality, those that are not stored. */
    Map<String, List<StepEvent>> events(Set<String> stored) {
        Map<String, List<StepEvent>> left = new TreeMap<>();
        events.forEach((municipality, all) -> {
            List<StepEvent> news =
                    all.stream().filter(event -> !stored.contains(event.id())).toList();
            if (!news.isEmpty()) {
                left.put(municipality, news);
            }
        });
        return left;
    }

    /** The row of an event that was refused cannot be taken. */
    void setAside(StepEvent event, FieldError why) {
        Optional.ofNullable(rowOf.get(event.id())).filter(refused::add).ifPresent(row -> setAside(row, why.toString()));
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
