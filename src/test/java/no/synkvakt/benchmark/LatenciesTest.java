package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The percentiles of the table are the nearest ranks. */
class LatenciesTest {

    @Test
    void ofAHundredOneTakesLongerThanTheNinetyNinth() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 100).map(each -> 101 - each).forEach(latencies::add);
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofNanos(99));
        assertThat(latencies.percentile(50)).isEqualTo(Duration.ofNanos(50));
        assertThat(latencies.percentile(100)).isEqualTo(Duration.ofNanos(100));
    }

    @Test
    void ofFewTheLastRankIsTheLongest() {
        Latencies latencies = new Latencies();
        latencies.add(7);
        latencies.add(3);
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofNanos(7));
        assertThat(latencies.percentile(1)).isEqualTo(Duration.ofNanos(3));
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatThrownBy(() -> new Latencies().percentile(50)).isInstanceOf(IllegalStateException.class);
    }
}
