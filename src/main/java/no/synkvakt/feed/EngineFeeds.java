package no.synkvakt.feed;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import no.synkvakt.feed.FeedSettings.FeedSetting;
import no.synkvakt.municipality.StepCatalogue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The feeds there are, as configured and checked. */
@Singleton
class EngineFeeds {

    private static final Logger LOG = Logger.getLogger(EngineFeeds.class);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern ONE_SELECT = Pattern.compile("(?is)\\s*(select|with)\\b[^;]*;?\\s*");

    /** A look that fails once must not be a silence. */
    private static final int LOOKS_BEFORE_SILENCE = 3;

    private final List<EngineFeed> all;
    private final Duration silentAfter;
    private final StepCatalogue catalogue;

    /** @throws IllegalArgumentException naming property, value and what would do */
    EngineFeeds(
            FeedSettings settings,
            StepCatalogue catalogue,
            @ConfigProperty(name = "synkvakt.feed.silent-after") Duration silentAfter) {
        this.catalogue = catalogue;
        this.silentAfter = silentAfter;
        this.all = settings.byName().entrySet().stream().map(this::feed).toList();
    }

    List<EngineFeed> all() {
        return all;
    }

    private EngineFeed feed(Map.Entry<String, FeedSetting> named) {
        String property = "synkvakt.feeds.\"" + named.getKey() + "\"";
        FeedSetting setting = named.getValue();
        require(NAME.matcher(named.getKey()).matches(), property, named.getKey(), "a name of a-z, 0-9 and hyphen");
        Vendor vendor = Vendor.of(setting.url())
                .orElseThrow(() -> refused(
                        property + ".url",
                        setting.url().replaceAll("[?;].*", ""),
                        "jdbc:postgresql:… or jdbc:sqlserver:…"));
        require(
                ONE_SELECT.matcher(setting.query()).matches(),
                property + ".query",
                setting.query(),
                "one statement that begins with select or with, and has no semicolon before its end");
        Duration longest = silentAfter.dividedBy(LOOKS_BEFORE_SILENCE);
        require(
                setting.every().compareTo(Duration.ofSeconds(1)) >= 0
                        && setting.every().compareTo(longest) <= 0,
                property + ".every",
                setting.every(),
                "PT1S to " + longest + ", a third of synkvakt.feed.silent-after");
        require(
                setting.timeout().compareTo(Duration.ofSeconds(1)) >= 0,
                property + ".timeout",
                setting.timeout(),
                "at least PT1S");
        require(setting.mostRows() > 0, property + ".most-rows", setting.mostRows(), "1 or more");
        setting.steps()
                .forEach((name, step) -> require(
                        catalogue.find(step).isPresent(), property + ".steps.\"" + name + "\"", step, catalogue.ids()));
        return new EngineFeed(named.getKey(), setting, new EngineDatabase(setting, vendor));
    }

    /**
     * Has each database look at its query, all at once: a start does not wait for one silent database after the other. One that cannot
     * be reached keeps nobody from starting, nor does a query that has worked: an engine that is changed must not stop the watch over
     * all others.
     *
     * @param hasWorked whether a feed's query has shown anything
     * @throws IllegalArgumentException when another query is wrong, with the database's own words
     */
    void check(Predicate<EngineFeed> hasWorked) {
        ExecutorService lanes = Executors.newCachedThreadPool();
        try {
            Map<EngineFeed, Future<Optional<String>>> complaints = new LinkedHashMap<>();
            all.forEach(feed -> complaints.put(feed, lanes.submit(() -> complaint(feed))));
            for (Map.Entry<EngineFeed, Future<Optional<String>>> asked : complaints.entrySet()) {
                EngineFeed feed = asked.getKey();
                asked.getValue().get().ifPresent(words -> judge(feed, words, hasWorked.test(feed)));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The engine databases could not be asked about their queries", e);
        } finally {
            lanes.shutdown();
        }
    }

    private static void judge(EngineFeed feed, String words, boolean hasWorked) {
        String complaint = "synkvakt.feeds.\"" + feed.name() + "\".query: " + words;
        if (!hasWorked) {
            throw new IllegalArgumentException(complaint);
        }
        LOG.errorf("%s (it has worked before: has the engine been changed?)", complaint);
    }

    private static Optional<String> complaint(EngineFeed feed) {
        try {
            return feed.database().complaint();
        } catch (SQLException e) {
            LOG.errorf(
                    "The database of the feed %s does not say whether its query is right: %s",
                    feed.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private static void require(boolean right, String property, Object value, String accepted) {
        if (!right) {
            throw refused(property, value, accepted);
        }
    }

    private static IllegalArgumentException refused(String property, Object value, String accepted) {
        return new IllegalArgumentException(property + " = '" + value + "'; accepted: " + accepted);
    }
}
