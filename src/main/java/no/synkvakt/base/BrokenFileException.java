package no.synkvakt.base;

/** A file an operator can replace cannot be used; the start is refused with this message. */
public class BrokenFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenFileException(String file, int line, String reason) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + Characters.line(reason));
    }
}
