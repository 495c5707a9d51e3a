package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.Stored;

/** What every refusal of a municipality has to show. */
abstract class MunicipalityRefusals extends FlowTest {

    static final MunicipalityFixture GOOD = owner("x.example", "X", "WIS");

    void assertRefused(MunicipalityFixture bad, String field, String accepted) {
        ProblemAnswer problem = put("x.example", bad.json());
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.title()).isEqualTo("Unprocessable Content");
        assertThat(problem.fields()).containsExactly(field);
        assertThat(problem.error().accepted()).startsWith(accepted);
        assertThat(Objects.requireNonNullElse(problem.error().value(), "")).hasSizeLessThanOrEqualTo(201);
        assertThat(problem.detail()).hasSizeLessThan(1000);
        assertNothingStored();
    }

    static ProblemAnswer put(String id, Map<String, Object> body) {
        return ProblemAnswer.of(operator().body(Json.bytes(body)).put("/api/v1/municipalities/{id}", id));
    }

    void assertNothingStored() {
        assertThat(new Stored(database).rows("municipality")).isZero();
    }
}
