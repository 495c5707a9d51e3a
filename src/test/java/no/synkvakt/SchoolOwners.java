package no.synkvakt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import no.synkvakt.testing.MunicipalityFixture;

/** All school owners of Norway by their real names, with a student information system and a chain that each could have. */
public record SchoolOwners(List<Owner> all) {

    private static final List<String> EXPORTS =
            List.of("synchronization", "export-ad", "import-ad", "export-lms", "export-365", "export-azure");
    private static final Map<String, List<String>> IMPORTS = Map.of(
            "WIS", List.of("import-sas", "import-samaccountname"),
            "IST_LOCAL", List.of("import-sas", "import-flyvo"),
            "IST_HOSTED", List.of("import-sas-isi", "import-samaccountname"),
            "ISKOLE", List.of("import-sas", "import-flyvo"),
            "VISMA_FLYT", List.of("import-visma-flyt", "import-flyvo"),
            "VISMA_INSCHOOL", List.of("import-visma-inschool"));
    private static final List<String> OF_MUNICIPALITIES =
            List.of("WIS", "IST_LOCAL", "IST_HOSTED", "ISKOLE", "VISMA_FLYT");
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    /** A school owner; {@code chain} are the ids of its steps. */
    public record Owner(
            String id, String name, String sis, String language, List<String> chain, MunicipalityFixture fixture) {

        String admin() {
            return "ikt@" + id;
        }

        String server() {
            return "SRV-" + id.substring(0, id.indexOf('.'));
        }

        boolean hasSamiName() {
            return name.contains(" - ");
        }
    }

    /** Those with a name in several languages come first, so that they are among those whose cycle stands still. */
    public static SchoolOwners ofNorway() {
        List<String> lines = lines();
        return new SchoolOwners(IntStream.range(0, lines.size())
                .mapToObj(index -> owner(lines.get(index).split(",", 3), index))
                .sorted(Comparator.comparing(Owner::hasSamiName).reversed())
                .toList());
    }

    private static Owner owner(String[] fields, int index) {
        boolean county = fields[0].equals("fylkeskommune");
        String sis = county ? "VISMA_INSCHOOL" : OF_MUNICIPALITIES.get(index % OF_MUNICIPALITIES.size());
        String id = (county ? "f" : "k") + fields[1] + ".example";
        String language = LANGUAGES.get(index % LANGUAGES.size());
        List<String> chain = IntStream.range(0, 2)
                .mapToObj(part -> part == 0 ? Objects.requireNonNull(IMPORTS.get(sis)) : EXPORTS)
                .flatMap(List::stream)
                .toList();
        Owner bare = new Owner(id, fields[2], sis, language, chain, MunicipalityFixture.owner(id, fields[2], sis));
        return new Owner(
                id,
                fields[2],
                sis,
                language,
                chain,
                bare.fixture()
                        .with("number", fields[1])
                        .with("language", language)
                        .with("steps", chain)
                        .with("clientServer", bare.server())
                        .with("domainController", "DC-" + fields[1])
                        .with("schedule", Map.of("cron", "0 2 * * *"))
                        .with(
                                "expected",
                                Map.of("export-azure", Duration.ofHours(2).toString())));
    }

    private static List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(SchoolOwners.class.getResourceAsStream("/real/municipalities-2024.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("kommune,") || line.startsWith("fylkeskommune,"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
