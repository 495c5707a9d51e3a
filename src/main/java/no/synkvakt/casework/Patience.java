package no.synkvakt.casework;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.synkvakt.deadline.BusinessHours;
import no.synkvakt.stall.CommonCause;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a case waits before the clock does something about it. */
@Startup
@Singleton
class Patience {

    private final Duration hold;
    private final Duration escalateAfter;
    private final Duration remindEvery;
    private final int outageAtLeast;
    private final Duration outageWindow;
    private final BusinessHours hours;

    /** @throws IllegalArgumentException when a setting is negative, or reminders would never end */
    Patience(
            @ConfigProperty(name = "synkvakt.notice.hold") Duration hold,
            @ConfigProperty(name = "synkvakt.escalate-after") Duration escalateAfter,
            @ConfigProperty(name = "synkvakt.remind-every") Duration remindEvery,
            @ConfigProperty(name = "synkvakt.outage.at-least") int outageAtLeast,
            @ConfigProperty(name = "synkvakt.outage.window") Duration outageWindow,
            BusinessHours hours) {
        this.hold = checked("synkvakt.notice.hold", hold, Duration.ZERO);
        this.escalateAfter = checked("synkvakt.escalate-after", escalateAfter, Duration.ZERO);
        this.remindEvery = checked("synkvakt.remind-every", remindEvery, Duration.ofMinutes(1));
        this.outageAtLeast = checked(outageAtLeast);
        this.outageWindow = checked("synkvakt.outage.window", outageWindow, Duration.ZERO);
        this.hours = hours;
    }

    /** When a stall's first notices may be sent: what ends by itself in a moment mails nobody. */
    Instant mailAt(Instant detectedAt, Instant now) {
        Instant held = detectedAt.plus(hold);
        return held.isAfter(now) ? held : now;
    }

    /** When a stall that its admin could have solved goes to support, in business time. */
    Instant escalateAt(Instant detectedAt) {
        return hours.after(detectedAt, escalateAfter);
    }

    /** When whoever must act is reminded, after a mail at the time given. */
    Instant remindAt(Instant mailedAt) {
        return mailedAt.plus(remindEvery);
    }

    /** When an outage began, by when open stalls of one cause were detected, in that order; empty when they are too few. */
    Optional<Instant> outage(List<Instant> detected) {
        return CommonCause.outage(detected, outageAtLeast, outageWindow);
    }

    private static int checked(int atLeast) {
        if (atLeast < 2) {
            throw new IllegalArgumentException(
                    "synkvakt.outage.at-least = " + atLeast + "; accepted: at least 2, since one stall is no outage");
        }
        return atLeast;
    }

    private static Duration checked(String setting, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(setting + " = " + value + "; accepted: at least " + least);
        }
        return value;
    }
}
