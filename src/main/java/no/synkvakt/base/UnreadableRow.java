package no.synkvakt.base;

import java.util.Locale;

/** A stored row whose content cannot be read. Whatever is not of that row goes on. */
public class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String id;

    /** What it is a row of. */
    public enum Kind {
        MUNICIPALITY,
        STALL,
        OUTAGE,
        NOTICE;

        /** Its name in a sentence. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param reason what of it cannot be read, and why */
    public UnreadableRow(Kind kind, String id, String reason) {
        super("The stored " + kind.word() + " " + id + " cannot be read: " + Characters.line(reason));
        this.kind = kind;
        this.id = id;
    }

    public Kind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    /** What a client is told who asks for just this. */
    public Problem problem() {
        return Problem.of(
                500,
                getMessage()
                        + ". Everything else goes on. Tell whoever operates this Synkvakt; the README has what to do"
                        + " under SynkvaktSetAside.");
    }
}
