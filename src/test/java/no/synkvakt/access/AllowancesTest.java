package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowancesTest {

    private long nanos = 1;

    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final Allowances threeAMinute = new Allowances(3, Duration.ofMinutes(1), clock);

    @Test
    void whoHasTakenAllWaitsForTheNext_toTheNanosecond() {
        IntStream.range(0, 3)
                .forEach(each -> assertThat(threeAMinute.take("engine")).isEmpty());
        assertThat(threeAMinute.take("engine")).contains(Duration.ofSeconds(20));

        nanos += Duration.ofSeconds(20).toNanos() - 1;
        assertThat(threeAMinute.take("engine")).contains(Duration.ofNanos(1));

        nanos += 1;
        assertThat(threeAMinute.take("engine")).isEmpty();
        assertThat(threeAMinute.take("engine")).contains(Duration.ofSeconds(20));
    }

    @Test
    void onesFloodIsNotAnothers() {
        IntStream.range(0, 100).forEach(each -> threeAMinute.take("flood"));
        assertThat(threeAMinute.take("engine")).isEmpty();
    }

    @Test
    void whatIsNotTakenIsNotSavedUp() {
        nanos += Duration.ofDays(1).toNanos();
        IntStream.range(0, 3)
                .forEach(each -> assertThat(threeAMinute.take("engine")).isEmpty());
        assertThat(threeAMinute.take("engine")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT59.5S, 60"})
    void retryAfterIsNeverTooEarly(Duration wait, String seconds) {
        assertThat(TooManyRequests.retryAfter(wait)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7,            198.51.100.7,           true",
        "198.51.100.7,            198.51.100.8,           false",
        "2001:db8:0:1::1,         2001:db8:0:1:ffff::2,   true",
        "2001:db8:0:1::1,         2001:db8:0:2::1,        false",
        "::ffff:198.51.100.7,     198.51.100.7,           true",
    })
    void ofIPv6ANetworkIsOneAddress(String one, String other, boolean same) {
        assertThat(ClientAddress.network(one).equals(ClientAddress.network(other)))
                .isEqualTo(same);
    }
}
