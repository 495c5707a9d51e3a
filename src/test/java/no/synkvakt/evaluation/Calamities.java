package no.synkvakt.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import no.synkvakt.evaluation.TrueNight.Silence;
import no.synkvakt.stall.CommonCause;

/** What befalls many owners in one night: a provider that is down, an engine that is not heard. */
record Calamities(Optional<Outage> outage, Optional<Silence> silence) {

    static final int ENGINES = 4;

    private static final double OUTAGES_PER_NIGHT = 10 / 365.0;
    private static final double SILENCES_PER_NIGHT = 10 / 365.0;

    /** Hits that share of those who need it while it lasts. */
    record Outage(int cause, CommonCause of, double share, Instant from, Instant until) {}

    static Calamities of(int night, Instant midnight, List<CommonCause> causes, SplittableRandom random) {
        Optional<Outage> outage = Optional.empty();
        if (random.nextDouble() < OUTAGES_PER_NIGHT) {
            Instant from = midnight.plusSeconds(random.nextLong(0, 5 * 3600));
            CommonCause cause = causes.get(random.nextInt(causes.size()));
            Instant until = from.plusSeconds(random.nextLong(3 * 3600, 12 * 3600));
            outage = Optional.of(new Outage(-1 - night, cause, random.nextDouble(0.6, 1), from, until));
        }
        Optional<Silence> silence = Optional.empty();
        if (random.nextDouble() < SILENCES_PER_NIGHT) {
            Instant from = midnight.plusSeconds(random.nextLong(0, 6 * 3600));
            Duration lasts = Duration.ofSeconds(random.nextLong(20 * 60, 3 * 3600));
            silence = Optional.of(new Silence(random.nextInt(ENGINES), from, from.plus(lasts)));
        }
        return new Calamities(outage, silence);
    }
}
