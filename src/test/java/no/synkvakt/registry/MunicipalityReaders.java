package no.synkvakt.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import no.synkvakt.base.JsonErrors;
import no.synkvakt.base.Problem;
import no.synkvakt.base.ProblemException;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.ShippedRules;
import no.synkvakt.testing.StrictJson;

/** Reads municipalities as the API does, for tests elsewhere. */
public final class MunicipalityReaders {

    private static final MunicipalityReader READER = new MunicipalityReader(
            StrictJson.mapper(), Validation.buildDefaultValidatorFactory().getValidator(), ShippedRules.rules());

    private MunicipalityReaders() {}

    private interface Reading {
        Object read() throws IOException;
    }

    /** @param id the one in the address */
    public static Municipality read(byte[] body, String id) {
        try {
            return READER.one(body, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Municipality> table(byte[] body) {
        return READER.all(new MunicipalityTable().read(body));
    }

    /** What a body is refused with. */
    public static Problem refusal(byte[] body, String id) {
        return refusal(() -> READER.one(body, id));
    }

    static Problem refusalOfTable(byte[] body) {
        return refusal(() -> table(body));
    }

    private static Problem refusal(Reading reading) {
        try {
            throw new AssertionError("taken as " + reading.read());
        } catch (ProblemException e) {
            return e.problem();
        } catch (JsonProcessingException e) {
            return JsonErrors.malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
