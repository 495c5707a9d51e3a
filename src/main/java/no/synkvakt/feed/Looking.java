package no.synkvakt.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.synkvakt.casework.EventIntake;
import no.synkvakt.cycle.Looks;
import no.synkvakt.municipality.StepCatalogue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks at engine databases.
 *
 * <ol>
 *   <li>Of several replicas one looks at a time. It does no harm if two do: the same rows make the same events.
 *   <li>A look that has shown something is a sign of life, and owners are judged up to when it began: what the engine has done since
 *       is not known yet. One that has not says nothing of the owners.
 *   <li>Whoever dies in between leaves it to the next look, which sees the same rows.
 * </ol>
 */
@ApplicationScoped
class Looking {

    private final Looks looks;
    private final AlreadyStored stored;
    private final StepCatalogue catalogue;
    private final RowIntake intake;
    private final EventIntake heartbeats;
    private final LookNews news;
    private final Clock clock;
    private final Duration kept;

    Looking(
            Looks looks,
            AlreadyStored stored,
            StepCatalogue catalogue,
            RowIntake intake,
            EventIntake heartbeats,
            LookNews news,
            Clock clock,
            @ConfigProperty(name = "synkvakt.retention.cycles") Duration kept) {
        this.looks = looks;
        this.stored = stored;
        this.catalogue = catalogue;
        this.intake = intake;
        this.heartbeats = heartbeats;
        this.news = news;
        this.clock = clock;
        this.kept = kept;
    }

    /** Looks, if it is time to and nobody else does. */
    void look(EngineFeed feed) {
        Instant now = clock.instant();
        if (looks.claim(feed.source(), now, now.plus(feed.setting().every()))) {
            take(feed, now);
        }
    }

    /** Looks, whoever else does. */
    void take(EngineFeed feed, Instant now) {
        @Nullable Instant lastLook = looks.lookedAt(feed.source()).orElse(null);
        try {
            take(feed, feed.database().rows(new EngineClock(feed.setting().zone(), now, lastLook)), now);
        } catch (SQLException | TooManyRows | IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            looks.failed(feed.source(), now, why);
            news.failed(feed, why);
        }
    }

    private void take(EngineFeed feed, List<EngineRow> found, Instant now) {
        Rows rows = new Rows(new RowEvents(feed.source()), names(feed, found), now.minus(kept), now);
        found.forEach(rows::add);
        int added = intake.take(feed.source(), rows, now);
        heartbeats.heartbeat(feed.source(), "look-" + now, now, now);
        looks.ended(feed.source(), now, feed.setting().query(), found.size(), added, rows.setAside());
        news.shown(feed, found.size(), rows.setAside());
    }

    private EngineNames names(EngineFeed feed, List<EngineRow> found) {
        Set<String> asked = found.stream()
                .map(row -> EngineNames.asked(feed.setting(), row.municipality()))
                .collect(Collectors.toSet());
        return new EngineNames(feed.setting(), catalogue, stored.owners(asked));
    }
}
