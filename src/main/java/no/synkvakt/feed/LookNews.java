package no.synkvakt.feed;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import no.synkvakt.base.Characters;
import no.synkvakt.cycle.SetAside;
import org.jboss.logging.Logger;

/** Logs what has changed from one look to the next: a database that is down for a night is one line, not a thousand. */
@Singleton
class LookNews {

    private static final Logger LOG = Logger.getLogger(LookNews.class);

    /** SQL Server's driver adds it to each error. */
    private static final Pattern OF_ONE_CONNECTION = Pattern.compile("ClientConnectionId:\\S+");

    private final Map<String, String> said = new ConcurrentHashMap<>();

    void failed(EngineFeed feed, String why) {
        if (isNews(feed, OF_ONE_CONNECTION.matcher(why).replaceAll(""))) {
            LOG.warnf("The feed %s shows nothing: %s", feed.name(), Characters.line(why));
        }
    }

    /** Nothing can be said of the database. */
    void broken(EngineFeed feed, RuntimeException why) {
        if (isNews(feed, String.valueOf(why))) {
            LOG.errorf(why, "The feed %s could not be looked at", feed.name());
        }
    }

    void shown(EngineFeed feed, int rows, List<SetAside> setAside) {
        int left = setAside.stream().mapToInt(SetAside::rows).sum();
        if (isNews(feed, "set aside: " + left)) {
            LOG.infof(
                    "The feed %s shows %d rows%s",
                    feed.name(), rows, left == 0 ? "" : ", of which " + left + " cannot be taken: see /feeds");
        }
    }

    private boolean isNews(EngineFeed feed, String what) {
        return !Objects.equals(said.put(feed.name(), what), what);
    }
}
