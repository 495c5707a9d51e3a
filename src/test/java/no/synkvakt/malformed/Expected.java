package no.synkvakt.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Problem;

/**
 * What a malformed input is refused with.
 *
 * @param fields those at fault; none: the problem names none
 * @param words what the problem says among others
 */
record Expected(int status, List<String> fields, String words) {

    private static final String NONE = "-";

    /** @param columns status, fields and words */
    static Expected of(List<String> columns) {
        return of(Integer.parseInt(columns.get(0)), columns.get(1), columns.get(2));
    }

    static Expected of(int status, String fields, String words) {
        return new Expected(status, fields.equals(NONE) ? List.of() : List.of(fields.split(", ")), words);
    }

    void assertIs(Problem problem) {
        assertThat(problem.status()).as(problem.detail()).isEqualTo(status);
        assertThat(problem.errors().stream().map(FieldError::field)).containsExactlyElementsOf(fields);
        assertThat(problem.detail()).contains(words);
        assertThat(problem.detail().chars()).as("control characters").noneMatch(Character::isISOControl);
    }
}
