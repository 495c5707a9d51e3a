package no.synkvakt.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import no.synkvakt.stall.CommonCause;

/** Nights with a known truth. The same seed makes the same nights. */
final class Generator {

    static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final List<OwnersNights> owners;
    private final List<CommonCause> causes;
    private final SplittableRandom calamities;

    Generator(long seed, List<Watched> watched) {
        calamities = new SplittableRandom(seed);
        owners = watched.stream()
                .map(owner -> new OwnersNights(owner, new SplittableRandom(1_000_003 * (seed + 1) + owner.index())))
                .toList();
        causes = watched.stream()
                .flatMap(owner -> owner.places().stream())
                .filter(place -> !place.selfService())
                .map(Watched.Place::cause)
                .distinct()
                .toList();
    }

    /** Every owner's cycle of that night, counted from 0. To be called night by night. */
    List<TrueNight> night(int number) {
        LocalDate date = FIRST.plusDays(number);
        Instant midnight = at(date, Duration.ZERO);
        Calamities befall = Calamities.of(number, midnight, causes, calamities);
        return owners.stream().map(owner -> owner.night(number, date, befall)).toList();
    }

    /** That time of the night by the clock on the wall. */
    static Instant at(LocalDate date, Duration sinceMidnight) {
        return date.atTime(LocalTime.ofSecondOfDay(sinceMidnight.toSeconds()))
                .atZone(OSLO)
                .toInstant();
    }
}
