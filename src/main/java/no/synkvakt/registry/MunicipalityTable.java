package no.synkvakt.registry;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;

/**
 * Reads municipalities from a table (CSV, RFC 4180) as a spreadsheet saves it: with a header line, in UTF-8 with or without its
 * mark, separated by semicolons, commas or tabs. Errors name line and column.
 */
@Singleton
class MunicipalityTable {

    static final String TEXT_CSV = "text/csv";
    static final MediaType TYPE = new MediaType("text", "csv");
    static final String COLUMNS = "id, name, number, language, sis, steps, contacts, cron, zone, expected, tasks,"
            + " clientServer, domainController, notify";
    static final String EXAMPLE = """
            id;name;number;language;sis;steps;contacts;cron;zone;expected;tasks;notify
            lillestrom.kommune.no;Lillestrøm;3205;nb;VISMA_FLYT;import-visma-flyt|synchronization|export-ad;\
            IKT-vakta <ikt@lillestrom.example>|drift@lillestrom.example;0 2 * * *;Europe/Oslo;export-ad=PT2H;\
            export-ad=eFeide Import AD skole;false
            """;

    private static final String MARK = "\uFEFF";
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');

    private final CsvMapper csv = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES)
            .build();

    /** The rows below the header. Throws {@link ProblemException} 422 when it is no such table. */
    List<MunicipalityReader.Given> read(byte[] body) {
        String text = text(body);
        List<TableRow> rows = rows(text, separator(text));
        if (rows.isEmpty()) {
            throw refused("a table whose first line names its columns: " + COLUMNS);
        }
        TableHeader header = TableHeader.of(rows.get(0));
        return rows.stream().skip(1).map(header::given).toList();
    }

    private List<TableRow> rows(String text, char separator) {
        ObjectReader reader =
                csv.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(separator));
        List<TableRow> rows = new ArrayList<>();
        try (var cells = reader.<String[]>readValues(text)) {
            int line = 1;
            while (cells.hasNextValue()) {
                String[] row = cells.nextValue();
                if (Stream.of(row).anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new TableRow(line, List.of(row)));
                }
                line = cells.getCurrentLocation().getLineNr();
            }
            return rows;
        } catch (IOException e) {
            throw ProblemException.invalid(
                    List.of(new FieldError("(body)", null, "CSV (RFC 4180): " + e.getMessage())));
        }
    }

    /** The first of them that the header line has. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .filter(separator -> header.indexOf(separator) >= 0)
                .findFirst()
                .orElse(',');
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        } catch (CharacterCodingException e) {
            throw refused("a table in UTF-8; spreadsheets save it as \"CSV UTF-8\"");
        }
    }

    private static ProblemException refused(String accepted) {
        return ProblemException.invalid(List.of(new FieldError("(body)", null, accepted)));
    }
}
