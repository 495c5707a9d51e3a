package no.synkvakt.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The engine databases an operator has named. */
@ConfigMapping(prefix = "synkvakt.feeds")
interface FeedSettings {

    /** By name, which is part of the events' source. */
    @WithParentName
    Map<String, FeedSetting> byName();

    /** One of them. */
    interface FeedSetting {

        /** {@code jdbc:postgresql:…} or {@code jdbc:sqlserver:…}. */
        String url();

        Optional<String> username();

        Optional<String> password();

        /** One SELECT, whose columns are those of {@link EngineRow}. */
        String query();

        /** How often it is looked at. */
        @WithDefault("1m")
        Duration every();

        /** Of times that are stored without an offset. */
        @WithDefault("Europe/Oslo")
        ZoneId zone();

        /** How long a connection, and the query, may take. */
        @WithDefault("30s")
        Duration timeout();

        /** A query that finds more is too wide, and none of it is taken. */
        @WithDefault("50000")
        int mostRows();

        /** Ids of municipalities by what the engine calls them, where that is neither id, name nor number. */
        Map<String, String> municipalities();

        /** Ids of steps by what the engine calls them, where that is neither id nor label. */
        Map<String, String> steps();
    }
}
