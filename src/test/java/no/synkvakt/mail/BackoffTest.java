package no.synkvakt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a mail waits before it is tried again: the first time less than 30 s, never more than an hour. */
class BackoffTest {

    private static final RandomGenerator LEAST = at(0);
    private static final RandomGenerator MOST = at(1);

    @ParameterizedTest
    @CsvSource({
        "1,          PT5S,      PT10S",
        "2,          PT10S,     PT20S",
        "3,          PT20S,     PT40S",
        "8,          PT10M40S,  PT21M20S",
        "9,          PT21M20S,  PT42M40S",
        "10,         PT30M,     PT1H",
        "11,         PT30M,     PT1H",
        "64,         PT30M,     PT1H",
        "65,         PT30M,     PT1H",
        "2147483647, PT30M,     PT1H",
    })
    void eachWaitIsTwiceAsLong_upToAnHour_spreadOverItsLaterHalf(int attempts, Duration least, Duration most) {
        assertThat(Backoff.after(attempts, LEAST)).isEqualTo(least);
        assertThat(Backoff.after(attempts, MOST)).isEqualTo(most);
    }

    @Test
    void theFirstRetryComesWithinThirtySeconds() {
        assertThat(Backoff.after(1, MOST)).isLessThan(Duration.ofSeconds(30));
    }

    /** Always at the beginning or at the end of what may be drawn. */
    private static RandomGenerator at(int end) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public long nextLong(long bound) {
                return end * (bound - 1);
            }
        };
    }
}
