package no.synkvakt.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.synkvakt.casework.EventIntake;
import no.synkvakt.casework.EventsTogether;
import no.synkvakt.casework.Receipt;
import no.synkvakt.casework.SignsOfLife;
import no.synkvakt.cycle.Looks;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.municipality.StepCatalogue;
import org.jboss.logging.Logger;

/**
 * Looks at engine databases.
 *
 * <ol>
 *   <li>Of several replicas one looks at a time. It does no harm if two do: the same rows make the same events.
 *   <li>What the rows tell goes the way of all reports. Nothing is kept of what was seen but a memory that spares the work: after a
 *       restart everything is taken for new, and found to be there.
 *   <li>A look that has shown something is a sign of life. One that has not says nothing of the owners.
 * </ol>
 */
@ApplicationScoped
class Looking {

    private static final Logger LOG = Logger.getLogger(Looking.class);

    private final Looks looks;
    private final OwnersByName owners;
    private final StepCatalogue catalogue;
    private final EventsTogether together;
    private final EventIntake intake;
    private final SignsOfLife life;
    private final Clock clock;
    private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

    Looking(
            Looks looks,
            OwnersByName owners,
            StepCatalogue catalogue,
            EventsTogether together,
            EventIntake intake,
            SignsOfLife life,
            Clock clock) {
        this.looks = looks;
        this.owners = owners;
        this.catalogue = catalogue;
        this.together = together;
        this.intake = intake;
        this.life = life;
        this.clock = clock;
    }

    /** Looks, if it is time to and nobody else does. */
    void look(EngineFeed feed) {
        Instant now = clock.instant();
        if (!looks.claim(feed.name(), now, now.plus(feed.setting().every()))) {
            return;
        }
        take(feed, now);
    }

    /** Looks, whoever else does. */
    void take(EngineFeed feed, Instant now) {
        try {
            take(feed, feed.database().rows(), now);
        } catch (SQLException | TooManyRows | IllegalArgumentException e) {
            LOG.warnf("The feed %s shows nothing: %s", feed.name(), e.getMessage());
            looks.failed(feed.name(), now, String.valueOf(e.getMessage()));
        }
    }

    private void take(EngineFeed feed, List<EngineRow> found, Instant now) {
        Set<String> names = found.stream().map(EngineRow::municipality).collect(Collectors.toSet());
        EngineNames engineNames = new EngineNames(feed.setting(), catalogue, owners.of(names));
        Rows rows = new Rows();
        found.forEach(row -> rows.add(row, engineNames, new RowEvents(feed.source()), now));
        int added = take(feed, rows, now);
        intake.heartbeat(feed.source(), "look-" + now, now, now);
        looks.ended(feed.name(), now, found.size(), added, rows.setAside());
    }

    private int take(EngineFeed feed, Rows rows, Instant now) {
        Set<String> before = taken.getOrDefault(feed.name(), Set.of());
        Map<String, List<StepEvent>> news = rows.events(before);
        news.values().stream()
                .flatMap(List::stream)
                .map(StepEvent::time)
                .min(Instant::compareTo)
                .ifPresent(oldest -> life.heard(feed.source(), oldest, now));
        Map<String, List<Receipt>> receipts = together.take(news, now);
        Set<String> known = new HashSet<>(before);
        known.retainAll(rows.ids());
        int added = 0;
        for (Map.Entry<String, List<StepEvent>> its : news.entrySet()) {
            Iterator<Receipt> next =
                    receipts.getOrDefault(its.getKey(), List.of()).iterator();
            for (StepEvent event : its.getValue()) {
                Receipt receipt = next.next();
                rows.settle(event, receipt);
                added += receipt instanceof Receipt.Accepted ? 1 : 0;
                if (!(receipt instanceof Receipt.Rejected)) {
                    known.add(event.id());
                }
            }
        }
        taken.put(feed.name(), known);
        return added;
    }
}
