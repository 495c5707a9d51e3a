package no.synkvakt.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A school owner as an operator puts it; each {@code with} gives a changed copy. */
public final class MunicipalityFixture {

    private final String id;
    private final Map<String, Object> fields;

    private MunicipalityFixture(String id, Map<String, Object> fields) {
        this.id = id;
        this.fields = fields;
    }

    /** Lillestrøm as in the contract's example: Visma Flyt, adult education, local AD, an LMS, M365. */
    public static MunicipalityFixture lillestrom() {
        return owner("lillestrom.kommune.no", "Lillestrøm", "VISMA_FLYT")
                .with("number", "3205")
                .withChain(
                        "import-visma-flyt",
                        "import-flyvo",
                        "synchronization",
                        "export-ad",
                        "import-ad",
                        "export-lms",
                        "export-365")
                .with("contacts", List.of(Map.of("email", "ikt@lillestrom.example", "name", "IKT-vakta")))
                .with("clientServer", "ADM-SRV-07")
                .with("domainController", "DC01");
    }

    /** An owner with a short chain that has a self-service import: WIS, then the comparison, then Microsoft 365. */
    public static MunicipalityFixture owner(String id, String name, String sis) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("language", "nb");
        fields.put("sis", sis);
        fields.put("steps", List.of("import-sas", "synchronization", "export-365"));
        fields.put("contacts", List.of(Map.of("email", "ikt@" + id)));
        return new MunicipalityFixture(id, fields);
    }

    public MunicipalityFixture with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new MunicipalityFixture(id, changed);
    }

    public MunicipalityFixture without(String field) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new MunicipalityFixture(id, changed);
    }

    public MunicipalityFixture withChain(String... steps) {
        return with("steps", List.of(steps));
    }

    public MunicipalityFixture withLanguage(String language) {
        return with("language", language);
    }

    public MunicipalityFixture withContacts(String... addresses) {
        return with(
                "contacts",
                List.of(addresses).stream()
                        .map(address -> Map.of("email", address))
                        .toList());
    }

    public MunicipalityFixture expecting(String step, Duration duration) {
        return with("expected", Map.of(step, duration.toString()));
    }

    public String id() {
        return id;
    }

    @SuppressWarnings("unchecked")
    public List<String> chain() {
        return (List<String>) Objects.requireNonNull(fields.get("steps"));
    }

    /** The body of a PUT. */
    public Map<String, Object> json() {
        return fields;
    }

    /** An element of a PUT of many. */
    public Map<String, Object> jsonWithId() {
        Map<String, Object> whole = new LinkedHashMap<>(fields);
        whole.put("id", id);
        return whole;
    }
}
