package no.synkvakt.feed;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** A night that is only to be seen in the rows of an engine's database ends as the same night that is reported by events. */
@QuarkusTest
class FeedNightTest extends FeedFlow {

    private static final MunicipalityFixture LATE = owner("late.example", "Late", "WIS");
    private static final MunicipalityFixture BROKEN = owner("broken.example", "Broken", "WIS");
    private static final MunicipalityFixture FINE = owner("fine.example", "Fine", "WIS");
    private static final List<MunicipalityFixture> ALL = List.of(LATE, BROKEN, FINE);

    /** How the night comes to be known. */
    private interface Night {
        void begins(MunicipalityFixture owner, String step);

        void ends(MunicipalityFixture owner, String step);

        void fails(MunicipalityFixture owner, String step);

        default void nothingMore() {}
    }

    private final class ByEvents implements Night {

        @Override
        public void begins(MunicipalityFixture owner, String step) {
            engine(owner).starts(step);
        }

        @Override
        public void ends(MunicipalityFixture owner, String step) {
            engine(owner).completes(step);
        }

        @Override
        public void fails(MunicipalityFixture owner, String step) {
            engine(owner).fails(step, "no route to host");
        }

        private Engine engine(MunicipalityFixture owner) {
            return engineOf(owner);
        }
    }

    private final class ByRows implements Night {

        private final EngineFeed feed = EngineTables.feed(tables.setting(EngineTables.QUERY));

        @Override
        public void begins(MunicipalityFixture owner, String step) {
            tables.begins(owner.id(), Engine.TONIGHT, step, clock.instant());
        }

        @Override
        public void ends(MunicipalityFixture owner, String step) {
            tables.ends(owner.id(), Engine.TONIGHT, step, clock.instant());
        }

        @Override
        public void fails(MunicipalityFixture owner, String step) {
            tables.fails(owner.id(), Engine.TONIGHT, step, clock.instant());
        }

        @Override
        public void nothingMore() {
            looking.take(feed, clock.instant());
        }
    }

    @Test
    void theSameStallsMailsAndAllClears() {
        List<String> byEvents = outcome(new ByEvents());
        beginWithNothing();
        List<String> byRows = outcome(new ByRows());

        assertThat(byEvents).hasSizeGreaterThan(6);
        assertThat(byRows).isEqualTo(byEvents);
    }

    /** Late waits for hours, Broken fails and is set right, Fine is fine. */
    private List<String> outcome(Night night) {
        ALL.forEach(this::watched);
        ALL.forEach(owner -> night.begins(owner, "import-sas"));
        passes(night, Duration.ofMinutes(10));
        night.ends(FINE, "import-sas");
        night.fails(BROKEN, "import-sas");
        passes(night, Duration.ofMinutes(5));
        passes(night, Duration.ofHours(2));
        night.begins(BROKEN, "import-sas");
        passes(night, Duration.ofMinutes(5));
        night.ends(BROKEN, "import-sas");
        night.ends(LATE, "import-sas");
        passes(night, Duration.ofMinutes(1));
        passes(night, Duration.ofMinutes(5));
        return Stream.concat(
                        queried(
                                "select municipality || ' ' || step || ' ' || verdict || ' ' || state || ' ' || since || ' '"
                                        + " || detected_at || ' ' || resolved_at from stall order by municipality, detected_at")
                                .stream(),
                        queried("select recipient || ' ' || kind || ' ' || state || ' ' || created_at from notice"
                                        + " order by recipient, created_at, kind")
                                .stream())
                .toList();
    }

    private void passes(Night night, Duration duration) {
        night.nothingMore();
        for (int minute = 0; minute < duration.toMinutes(); minute++) {
            clock.advance(Duration.ofMinutes(1));
            night.nothingMore();
            tick();
            send();
        }
    }
}
