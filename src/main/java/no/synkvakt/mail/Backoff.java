package no.synkvakt.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a mail is tried again: some 10 s at first, twice as long each time, at most an hour. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /**
     * @param attempts how many there have been, at least 1
     * @param random spreads the waits over half of their length, so that what failed together is not tried together
     */
    static Duration after(int attempts, RandomGenerator random) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        long millis = (doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled).toMillis();
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }
}
