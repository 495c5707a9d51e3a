package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Problem;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.MunicipalityFixture;

/** What every refusal of a municipality has to say. */
final class MunicipalityRefusals {

    static final MunicipalityFixture GOOD = owner("x.example", "X", "WIS");

    private MunicipalityRefusals() {}

    static void assertRefused(MunicipalityFixture bad, String field, String accepted) {
        FieldError error = error(Json.bytes(bad.json()));
        assertThat(error.field()).isEqualTo(field);
        assertThat(error.accepted()).startsWith(accepted);
        assertThat(Objects.requireNonNullElse(error.value(), "")).hasSizeLessThanOrEqualTo(201);
    }

    /** The only field at fault. */
    static FieldError error(byte[] body) {
        Problem problem = MunicipalityReaders.refusal(body, "x.example");
        assertThat(problem.status()).as(problem.detail()).isEqualTo(422);
        assertThat(problem.detail()).hasSizeLessThan(1000);
        assertThat(problem.errors()).hasSize(1);
        return problem.errors().get(0);
    }
}
