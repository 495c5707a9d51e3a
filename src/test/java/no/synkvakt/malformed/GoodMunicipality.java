package no.synkvakt.malformed;

import static no.synkvakt.testing.MunicipalityFixture.owner;

import java.nio.charset.StandardCharsets;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.MunicipalityFixture;

/** A municipality that is taken, and what is made of it by changing one field. */
final class GoodMunicipality {

    static final String ID = "x.example";

    private static final MunicipalityFixture GOOD = owner(ID, "X", "WIS");

    private GoodMunicipality() {}

    /** The case's first column names the field. */
    static byte[] with(Case one) {
        return with(one.expected().get(0), one.written());
    }

    static byte[] withCron(Case one) {
        return with("schedule", "{\"cron\":\"" + one.written() + "\"}");
    }

    static byte[] withZone(Case one) {
        return with("schedule", "{\"cron\":\"0 2 * * *\",\"zone\":\"" + one.written() + "\"}");
    }

    private static byte[] with(String field, String value) {
        String good = new String(Json.bytes(GOOD.without(field).json()), StandardCharsets.UTF_8);
        return Case.unescaped("{\"" + field + "\":" + value + "," + good.substring(1));
    }
}
