package no.synkvakt.feed;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import no.synkvakt.cycle.Looks;

/** When each feed is looked at: a timer for each, so that a database that keeps one waiting keeps no other. */
@Singleton
class LookTimes {

    private final EngineFeeds feeds;
    private final Looking looking;
    private final Looks looks;
    private final LookNews news;
    private final Scheduler scheduler;

    LookTimes(EngineFeeds feeds, Looking looking, Looks looks, LookNews news, Scheduler scheduler) {
        this.news = news;
        this.feeds = feeds;
        this.looking = looking;
        this.looks = looks;
        this.scheduler = scheduler;
    }

    void begin(@Observes StartupEvent start) {
        feeds.check(feed -> looks.hasShown(feed.source(), feed.setting().query()));
        looks.keepOnly(feeds.all().stream().map(EngineFeed::source).toList());
        feeds.all().forEach(this::schedule);
    }

    /** What goes wrong here is Synkvakt's own trouble, mostly its database's. The next look sees the same rows. */
    private void look(EngineFeed feed) {
        try {
            looking.look(feed);
        } catch (RuntimeException e) {
            news.broken(feed, e);
        }
    }

    private void schedule(EngineFeed feed) {
        scheduler
                .newJob("feed-" + feed.name())
                .setInterval(feed.setting().every().toString())
                .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                .setTask(execution -> look(feed))
                .schedule();
    }
}
