package no.synkvakt.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.synkvakt.cycle.EventType;
import org.jspecify.annotations.Nullable;

/**
 * One municipality's cycles as the demo plays them: each step takes a moment, until one goes wrong; that one is done a
 * moment after somebody has been mailed about it. After a pause the next cycle begins.
 */
final class Play {

    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final String municipality;
    private final List<String> chain;
    private final @Nullable Twist twist;

    private String cycle = "";
    private int position;
    private boolean wentWrong;
    private Instant nextMove = Instant.MIN;

    Play(String municipality, List<String> chain, @Nullable Twist twist) {
        this.municipality = municipality;
        this.chain = chain;
        this.twist = twist;
        this.position = chain.size();
    }

    /**
     * What an engine reports.
     *
     * @param step the id of the step; null when it is of the whole cycle
     */
    record Move(
            String municipality,
            String cycle,
            EventType type,
            @Nullable String step,
            Map<String, Object> data) {}

    String municipality() {
        return municipality;
    }

    /** Whether it goes on only once somebody has been mailed about the municipality's stall. */
    boolean waitsForMail() {
        return wentWrong
                && twist != null
                && position < chain.size()
                && twist.step().equals(chain.get(position));
    }

    /** @param mailed whether somebody has been mailed about the municipality's stall */
    Optional<Move> next(Instant now, boolean mailed) {
        if (now.isBefore(nextMove)) {
            return Optional.empty();
        }
        if (position == chain.size()) {
            return Optional.of(begin(now));
        }
        String step = chain.get(position);
        if (twist != null && twist.step().equals(step) && !wentWrong) {
            return goWrong(twist);
        }
        return waitsForMail() && !mailed ? Optional.empty() : Optional.of(complete(step, now));
    }

    private Move begin(Instant now) {
        cycle = "demo-" + now.truncatedTo(ChronoUnit.SECONDS);
        position = 0;
        wentWrong = false;
        nextMove = now.plus(MOMENT);
        return new Move(municipality, cycle, EventType.CYCLE_STARTED, null, Map.of());
    }

    private Move complete(String step, Instant now) {
        position++;
        nextMove = now.plus(position == chain.size() ? PAUSE : MOMENT);
        return new Move(municipality, cycle, EventType.STEP_COMPLETED, step, Map.of());
    }

    private Optional<Move> goWrong(Twist itsTwist) {
        wentWrong = true;
        return Optional.ofNullable(itsTwist.reported())
                .map(type -> new Move(municipality, cycle, type, itsTwist.step(), itsTwist.data()));
    }
}
