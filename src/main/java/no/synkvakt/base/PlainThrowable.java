package no.synkvakt.base;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands in a log for an exception whose message, or that of one behind it, would begin a line or move the cursor. */
final class PlainThrowable extends Throwable {

    private static final long serialVersionUID = 1L;

    /** One that is behind itself has no end. */
    private static final int DEEPEST = 20;

    private final String description;

    private PlainThrowable(Throwable original, @Nullable Throwable cause) {
        super(null, cause);
        this.description = OneLine.setIn(String.valueOf(original));
    }

    /** The exception itself when nothing is wrong with it. */
    static Throwable of(Throwable thrown) {
        return isPlain(thrown, 0) ? thrown : copy(thrown, 0);
    }

    private static boolean isPlain(Throwable thrown, int depth) {
        return depth > DEEPEST
                || ((thrown instanceof PlainThrowable || Characters.arePlain(String.valueOf(thrown)))
                        && Stream.concat(Stream.of(thrown.getSuppressed()), Stream.ofNullable(thrown.getCause()))
                                .allMatch(behind -> isPlain(behind, depth + 1)));
    }

    private static PlainThrowable copy(Throwable original, int depth) {
        boolean ends = depth > DEEPEST;
        @Nullable Throwable cause = ends || original.getCause() == null ? null : copy(original.getCause(), depth + 1);
        PlainThrowable copy = new PlainThrowable(original, cause);
        copy.setStackTrace(original.getStackTrace());
        Stream.of(original.getSuppressed())
                .filter(suppressed -> !ends)
                .forEach(suppressed -> copy.addSuppressed(copy(suppressed, depth + 1)));
        return copy;
    }

    @Override
    public @Nullable String getMessage() {
        return description;
    }

    @Override
    public String toString() {
        return description;
    }
}
