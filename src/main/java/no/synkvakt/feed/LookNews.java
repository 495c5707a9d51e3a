package no.synkvakt.feed;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import no.synkvakt.base.Characters;
import no.synkvakt.cycle.SetAside;
import org.jboss.logging.Logger;

/** Logs what has changed from one look to the next: a database that is down for a night is one line, not a thousand. */
@Singleton
class LookNews {

    private static final Logger LOG = Logger.getLogger(LookNews.class);

    private final Map<String, String> said = new ConcurrentHashMap<>();

    void failed(EngineFeed feed, String why) {
        if (isNews(feed, why)) {
            LOG.warnf("The feed %s shows nothing: %s", feed.name(), Characters.line(why));
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
