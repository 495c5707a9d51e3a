package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages count from 0; a page has 1 to 200 items, 50 when nothing is said; whatever else is refused. */
class PageRequestTest {

    @ParameterizedTest
    @CsvSource({
        ",        ,    0,       50,  0",
        "0,       1,   0,       1,   0",
        "3,       ,    3,       50,  150",
        ",        200, 0,       200, 0",
        "' ',     '', 0,       50,  0",
        "7,       200, 7,       200, 1400",
        "1000000, 200, 1000000, 200, 200000000",
    })
    void whatIsInBoundsIsTaken(@Nullable String page, @Nullable String size, int number, int length, int offset) {
        PageRequest request = PageRequest.of(page, size);

        assertThat(request).isEqualTo(new PageRequest(number, length));
        assertThat(request.offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "five", "1.5", "1e2", "٣", "99999999999", "+5", "0x10"})
    void anotherSizeIsRefused(String size) {
        assertThatThrownBy(() -> PageRequest.of(null, size))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::problem)
                .isEqualTo(Problem.invalid(List.of(new FieldError("size", size, "a whole number from 1 to 200"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000001", "first", "999999999999"})
    void anotherPageIsRefused(String page) {
        assertThatThrownBy(() -> PageRequest.of(page, null))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::problem)
                .isEqualTo(Problem.invalid(List.of(new FieldError("page", page, "a whole number from 0 to 1000000"))));
    }

    @Test
    void bothAreNamedWhenBothAreWrong() {
        assertThatThrownBy(() -> PageRequest.of("-1", "0"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(wrong ->
                        wrong.problem().errors().stream().map(FieldError::field).toList())
                .isEqualTo(List.of("page", "size"));
    }

    @Test
    void aPageOfOtherItemsIsTheSamePage() {
        assertThat(new Page<>(List.of(1, 2), 3, 50, 152).map(item -> "item " + item))
                .isEqualTo(new Page<>(List.of("item 1", "item 2"), 3, 50, 152));
    }
}
