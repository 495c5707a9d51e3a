package no.synkvakt.feed;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.synkvakt.cycle.Looks;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine does between two looks is not known: nobody is called late for what the next look shows to be done. */
@QuarkusTest
class BetweenLooksTest extends FeedFlow {

    private static final MunicipalityFixture WIS =
            owner("wis.example", "Wisby", "WIS").with("expected", Map.of("import-sas", "PT5M"));
    private static final Duration EXPECTED = Duration.ofMinutes(5);

    @Inject
    Looks looks;

    @BeforeEach
    void oneStepHasBegun() {
        watched(WIS);
        tables.begins("wis.example", "tonight", "import-sas", clock.instant());
        look();
    }

    @Test
    void whatWasDoneInTimeIsNoStall_thoughItIsSeenLate() {
        clock.advance(EXPECTED.minusSeconds(20));
        look();
        clock.advance(Duration.ofSeconds(10));
        tables.ends("wis.example", "tonight", "import-sas", clock.instant());
        clock.advance(Duration.ofSeconds(30));
        tick();
        assertThat(stallsOf(WIS)).isEmpty();

        look();
        tick();
        assertThat(stallsOf(WIS)).isEmpty();
        assertThat(statusOf(WIS).state()).isEqualTo("RUNNING");
    }

    @Test
    void whatALookAtItsDueTimeDoesNotShowIsAStall() {
        clock.advance(EXPECTED);
        tick();
        assertThat(stallsOf(WIS)).as("not looked yet").isEmpty();
        look();
        tick();
        assertThat(stallsOf(WIS)).hasSize(1);
    }

    @Test
    void aLookThatFailedShowsNothing() {
        clock.advance(EXPECTED);
        looks.failed("/feed/efeide", clock.instant(), "connection refused");
        tick();
        assertThat(stallsOf(WIS)).isEmpty();
    }

    @Test
    void aLookThatEndsAfterALaterOneChangesNothingOfThat() {
        Instant late = clock.instant();
        clock.advance(EXPECTED);
        look();
        looks.ended("/feed/efeide", late, EngineTables.QUERY, 7, 7, List.of());
        looks.failed("/feed/efeide", late, "connection refused");
        tick();
        assertThat(stallsOf(WIS)).hasSize(1);
        assertThat(queried("select looked_at = '" + clock.instant() + "' and failed_at is null and rows = 1 from look"))
                .containsExactly("t");
    }

    @Test
    void aCycleThatBeganIsNotMissed_thoughItIsSeenLate() {
        MunicipalityFixture planned = owner("planned.example", "Planned", "WIS")
                .with("schedule", Map.of("cron", "0 4 * * *", "zone", "Europe/Oslo"));
        watched(planned);
        tables.begins("planned.example", "yesterday", "export-365", clock.instant());
        tables.ends("planned.example", "yesterday", "export-365", clock.instant());
        look();
        clock.set(Instant.parse("2026-11-23T03:59:50Z"));
        look();
        tables.begins("planned.example", "tonight", "import-sas", clock.instant());
        clock.advance(Duration.ofSeconds(20));
        tick();
        assertThat(stallsOf(planned)).isEmpty();
        clock.advance(Duration.ofSeconds(20));
        look();
        tick();
        assertThat(stallsOf(planned)).isEmpty();
    }

    @Test
    void whoseFeedIsNoLongerConfiguredIsJudgedLikeAnyOther() {
        clock.advance(EXPECTED);
        looks.keepOnly(List.of());
        sql("delete from feed");
        tick();
        assertThat(stallsOf(WIS)).hasSize(1);
    }

    private void look() {
        looking.look(EngineTables.feed(tables.setting(EngineTables.QUERY)));
    }
}
