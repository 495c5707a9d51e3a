package no.synkvakt.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when somebody may ask to be left alone. */
class QuietTest {

    /** A Monday, 08:00 in Oslo. */
    private static final String NOW = "2026-11-23T07:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "PT2H, 2026-11-23T07:00:00Z, 2026-11-23T09:00:00Z",
        "PT2H, 2026-11-23T07:00:00.000001Z, 2026-11-23T09:15:00Z",
        "PT2H, 2026-11-23T07:15:00Z, 2026-11-23T09:15:00Z",
        "tomorrow, 2026-11-23T07:00:00Z, 2026-11-24T07:00:00Z",
        "tomorrow, 2026-11-22T22:59:59Z, 2026-11-23T07:00:00Z",
        "tomorrow, 2026-11-22T23:00:00Z, 2026-11-24T07:00:00Z",
        "monday, 2026-11-23T07:00:00Z, 2026-11-30T07:00:00Z",
        "monday, 2026-11-22T12:00:00Z, 2026-11-23T07:00:00Z",
        "P7D, 2026-10-23T06:00:00Z, 2026-10-30T07:00:00Z",
        "2026-11-24T08:00, 2026-11-23T07:00:00Z, 2026-11-24T07:00:00Z",
        "2026-12-01T08:00:30, 2026-11-23T07:00:00Z, 2026-12-01T07:00:30Z",
        "2026-11-23T08:00:00.000001, 2026-11-23T07:00:00Z, 2026-11-23T07:00:00.000001Z",
        "2026-12-24T08:00, 2026-11-23T07:00:00Z, 2026-12-24T07:00:00Z",
    })
    void itIsUntil(String text, Instant now, Instant until) {
        assertThat(Quiet.until(text, now)).contains(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PT3H",
                "never",
                "2026-11-23T08:00",
                "2026-11-22T08:00",
                "2026-12-24T08:00:00.000001",
                "+999999999-01-01T00:00",
                "2026-11-24",
                "2026-11-24T08:00Z"
            })
    void itIsNone(String text) {
        assertThat(Quiet.until(text, Instant.parse(NOW))).isEmpty();
    }

    @Test
    void nothingIsNone() {
        assertThat(Quiet.until(null, Instant.parse(NOW))).isEmpty();
    }
}
