package no.synkvakt.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.feed.EngineTables.Setting;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a feed's configuration is refused at start, by property, value and what would do. */
class EngineFeedsTest {

    private static final Duration SILENT_AFTER = Duration.ofMinutes(10);
    private static final Setting GOOD = setting("jdbc:postgresql://engine/db", "select 1", 60, 30, 1000);

    @Test
    void whatIsRightIsTaken() {
        assertThat(feeds("efeide", GOOD).all()).extracting(EngineFeed::source).containsExactly("/feed/efeide");
        assertThat(feeds(
                                "b",
                                setting(
                                        "jdbc:sqlserver://engine;databaseName=db",
                                        "with a as (select 1 b) select b from a;",
                                        1,
                                        1,
                                        1))
                        .all())
                .hasSize(1);
        assertThat(new EngineFeeds(Map::of, Shipped.catalogue(), SILENT_AFTER).all())
                .isEmpty();
    }

    static Stream<Arguments> refusals() {
        String url = GOOD.url();
        return Stream.of(
                Arguments.of("eFeide", GOOD, "synkvakt.feeds.\"eFeide\" = 'eFeide'; accepted: a name"),
                Arguments.of(
                        "x",
                        setting("jdbc:oracle:thin:@engine", "select 1", 60, 30, 1),
                        ".url = 'jdbc:oracle:thin:@engine'"),
                Arguments.of(
                        "x",
                        setting(url, "delete from run", 60, 30, 1),
                        ".query = 'delete from run'; accepted: one statement"),
                Arguments.of("x", setting(url, "select 1; drop table run", 60, 30, 1), ".query"),
                Arguments.of("x", setting(url, "selection", 60, 30, 1), ".query"),
                Arguments.of("x", setting(url, "select 1", 0, 30, 1), ".every = 'PT0S'; accepted: PT1S to PT3M20S"),
                Arguments.of("x", setting(url, "select 1", 201, 30, 1), ".every"),
                Arguments.of("x", setting(url, "select 1", 60, 0, 1), ".timeout = 'PT0S'; accepted: at least PT1S"),
                Arguments.of("x", setting(url, "select 1", 60, 30, 0), ".most-rows = '0'; accepted: 1 or more"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsWrongIsRefused(String name, Setting setting, String words) {
        assertThatThrownBy(() -> feeds(name, setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("synkvakt.feeds.\"" + name + "\"")
                .hasMessageContaining(words);
    }

    @Test
    void aStepThatIsMappedToNoneIsRefused() {
        Setting mapped = new Setting(
                GOOD.url(),
                GOOD.query(),
                GOOD.every(),
                GOOD.zone(),
                GOOD.timeout(),
                1,
                Map.of(),
                Map.of("JOB 7", "import-nothing"));
        assertThatThrownBy(() -> feeds("x", mapped))
                .hasMessageContaining(
                        "synkvakt.feeds.\"x\".steps.\"JOB 7\" = 'import-nothing'; accepted: import-sas-isi,");
    }

    @Test
    void aPasswordInTheAddressIsNotRepeated() {
        assertThatThrownBy(() ->
                        feeds("x", setting("jdbc:mysql://engine/db?user=a&password=secret", "select 1", 60, 30, 1)))
                .hasMessageContaining("jdbc:mysql://engine/db")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void aDatabaseThatCannotBeReachedKeepsNobodyFromStarting() {
        feeds("x", setting("jdbc:postgresql://localhost:1/engine", "select 1", 60, 1, 1))
                .check(feed -> false);
        feeds("y", setting("jdbc:sqlserver://localhost:1;databaseName=engine", "select 1", 60, 1, 1))
                .check(feed -> false);
    }

    @Test
    void aWrongQueryIsRefusedWithTheDatabasesOwnWords() {
        try (EngineTables tables = new EngineTables()) {
            assertThatThrownBy(() -> feeds("x", tables.setting("select nothing from nowhere"))
                            .check(feed -> false))
                    .hasMessageContaining("synkvakt.feeds.\"x\".query: ")
                    .hasMessageContaining("relation \"nowhere\" does not exist");
            feeds("x", tables.setting(EngineTables.QUERY)).check(feed -> false);
        }
    }

    @Test
    void aQueryThatHasWorkedKeepsNobodyFromStarting() {
        try (EngineTables tables = new EngineTables()) {
            feeds("x", tables.setting("select nothing from nowhere")).check(feed -> true);
        }
    }

    @Test
    void aDatabaseThatIsBusyIsNoWrongQuery() {
        try (EngineTables tables = new EngineTables()) {
            tables.whileLocked(
                    () -> feeds("x", tables.setting(EngineTables.QUERY)).check(feed -> false));
        }
    }

    private static EngineFeeds feeds(String name, Setting setting) {
        return new EngineFeeds(() -> Map.of(name, setting), Shipped.catalogue(), SILENT_AFTER);
    }

    private static Setting setting(String url, String query, int every, int timeout, int mostRows) {
        return new Setting(
                url,
                query,
                Duration.ofSeconds(every),
                ZoneId.of("Europe/Oslo"),
                Duration.ofSeconds(timeout),
                mostRows,
                Map.of(),
                Map.of());
    }
}
