package no.synkvakt.board;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import no.synkvakt.base.Characters;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.StallActs;
import no.synkvakt.stall.Act;
import org.jspecify.annotations.Nullable;

/**
 * What the buttons of the pages do, in the caller's name. A stall that is over meanwhile is no error to somebody with a
 * browser.
 */
@Singleton
class Buttons {

    private static final int CONFLICT = 409;

    private final StallActs acts;
    private final SecurityIdentity caller;

    Buttons(StallActs acts, SecurityIdentity caller) {
        this.acts = acts;
        this.caller = caller;
    }

    Pressed acknowledge(UUID stall, @Nullable String note) {
        return press(Pressed.ACKNOWLEDGE, () -> acts.acknowledge(stall, side(), by(), line(note)));
    }

    Pressed escalate(UUID stall, @Nullable String note) {
        return press(Pressed.ESCALATE, () -> acts.escalate(stall, side(), by(), line(note)));
    }

    Pressed silence(UUID stall, Instant until) {
        return press(Pressed.SILENCE, () -> acts.silence(stall, side(), by(), until));
    }

    private static Pressed press(Pressed button, Runnable act) {
        try {
            act.run();
            return button;
        } catch (ProblemException e) {
            if (e.problem().status() == CONFLICT) {
                return Pressed.OVER;
            }
            throw e;
        }
    }

    /** Support may press an admin's buttons, too. */
    private Act.Side side() {
        return caller.hasRole("admin") ? Act.Side.ADMIN : Act.Side.SUPPORT;
    }

    private String by() {
        return caller.getPrincipal().getName();
    }

    private static @Nullable String line(@Nullable String note) {
        return note == null || note.isBlank() ? null : Characters.line(note);
    }
}
