package no.synkvakt.base;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list a client asks for. */
public record PageRequest(int page, int size) {

    private static final int LARGEST_SIZE = 200;
    private static final int LARGEST_PAGE = 1_000_000;
    private static final int DEFAULT_SIZE = 50;

    /**
     * Reads the two query parameters as they were sent.
     *
     * @throws ProblemException 422 when one is no number or out of bounds
     */
    public static PageRequest of(@Nullable String page, @Nullable String size) {
        List<FieldError> errors = new ArrayList<>();
        int number = bounded("page", page, 0, 0, LARGEST_PAGE, errors);
        int length = bounded("size", size, DEFAULT_SIZE, 1, LARGEST_SIZE, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new PageRequest(number, length);
    }

    private static int bounded(
            String field, @Nullable String text, int absent, int least, int most, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        errors.add(new FieldError(field, text, "a whole number from " + least + " to " + most));
        return absent;
    }

    public int offset() {
        return page * size;
    }
}
