package no.synkvakt.feed;

import no.synkvakt.cycle.Look;
import no.synkvakt.feed.FeedSettings.FeedSetting;

/**
 * An engine's database under the name an operator gave it.
 *
 * @param name lower-case letters, digits and hyphens
 */
record EngineFeed(String name, FeedSetting setting, EngineDatabase database) {

    /** The source of its events. */
    String source() {
        return Look.source(name);
    }
}
