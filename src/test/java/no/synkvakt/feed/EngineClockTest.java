package no.synkvakt.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Times without an offset, in the night of 25 October 2026 when the hour from 02:00 comes twice, and in others. */
class EngineClockTest {

    private static final LocalDateTime TWENTY_PAST_TWO = LocalDateTime.parse("2026-10-25T02:20:00");
    private static final Instant FIRST = Instant.parse("2026-10-25T00:20:00Z");
    private static final Instant SECOND = Instant.parse("2026-10-25T01:20:00Z");

    @Test
    void onOtherNightsTheZoneSaysIt() {
        EngineTime time = clock("2026-11-23T03:00:00Z", "2026-11-23T02:59:00Z").read(TWENTY_PAST_TWO.plusDays(29));
        assertThat(time.instant()).isEqualTo("2026-11-23T01:20:00Z");
    }

    @Test
    void theHourThatIsLeftOutInSpringIsReadAsTheOneAfter() {
        EngineTime time = clock("2026-03-29T03:00:00Z", null).read(LocalDateTime.parse("2026-03-29T02:20:00"));
        assertThat(time.instant()).isEqualTo("2026-03-29T01:20:00Z");
    }

    @Test
    void inTheFirstHourItCanOnlyBeTheFirst() {
        assertThat(read("2026-10-25T00:21:00Z", "2026-10-25T00:20:00Z")).isEqualTo(FIRST);
    }

    @Test
    void inTheSecondHourItIsTheSecond_sinceTheLastLookWouldHaveShownTheFirst() {
        assertThat(read("2026-10-25T01:20:30Z", "2026-10-25T01:19:30Z")).isEqualTo(SECOND);
        assertThat(read("2026-10-25T01:20:00Z", "2026-10-25T00:20:00Z"))
                .as("at the very instants")
                .isEqualTo(SECOND);
    }

    @Test
    void itIsTheFirstWhereTheLastLookWasBefore_orThereWasNone() {
        assertThat(read("2026-10-25T01:30:00Z", "2026-10-25T00:19:59Z")).isEqualTo(FIRST);
        assertThat(read("2026-10-25T01:30:00Z", null)).isEqualTo(FIRST);
    }

    @Test
    void itIsOneEventHoweverItIsRead_andAnotherInAnotherZone() {
        EngineTime first = clock("2026-10-25T00:21:00Z", null).read(TWENTY_PAST_TWO);
        EngineTime second =
                clock("2026-10-25T01:21:00Z", "2026-10-25T01:20:00Z").read(TWENTY_PAST_TWO);
        assertThat(second.stored()).isEqualTo(first.stored());
        assertThat(new EngineClock(ZoneId.of("UTC"), FIRST, null)
                        .read(TWENTY_PAST_TWO)
                        .stored())
                .isNotEqualTo(first.stored());
    }

    @Test
    void aTimeIsAsExactAsItCanBeKept() {
        assertThat(EngineTime.of(FIRST.plusNanos(1_900)).instant()).isEqualTo(FIRST.plusNanos(1_000));
    }

    private static Instant read(String now, @Nullable String lastLook) {
        return clock(now, lastLook).read(TWENTY_PAST_TWO).instant();
    }

    private static EngineClock clock(String now, @Nullable String lastLook) {
        return new EngineClock(
                ZoneId.of("Europe/Oslo"), Instant.parse(now), lastLook == null ? null : Instant.parse(lastLook));
    }
}
