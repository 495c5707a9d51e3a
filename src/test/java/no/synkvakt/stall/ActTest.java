package no.synkvakt.stall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import no.synkvakt.testing.StrictJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On whose side an act was that was stored before sides were. */
class ActTest {

    @ParameterizedTest
    @CsvSource({"synkvakt, SYNKVAKT", "admin, ADMIN", "operator, SUPPORT", "IKT-vakta, SUPPORT"})
    void itIsToldByItsName(String by, Act.Side side) throws JsonProcessingException {
        String stored = """
                {"at": "2026-11-23T03:00:00Z", "kind": "ESCALATED", "by": "%s", "note": null}""".formatted(by);
        assertThat(StrictJson.mapper().readValue(stored, Act.class).side()).isEqualTo(side);
    }
}
