package no.synkvakt.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;

/** What the columns of a table of municipalities hold. */
final class TableHeader {

    private final List<TableColumn> columns;

    private TableHeader(List<TableColumn> columns) {
        this.columns = columns;
    }

    /** Throws {@link ProblemException} 422 when a column is not known, or there twice. */
    static TableHeader of(TableRow header) {
        List<FieldError> errors = new ArrayList<>();
        List<TableColumn> columns = new ArrayList<>();
        for (int index = 0; index < header.cells().size(); index++) {
            String name = header.cells().get(index);
            String place = place(header, index, name);
            TableColumn.named(name)
                    .ifPresentOrElse(
                            column -> {
                                if (columns.contains(column)) {
                                    errors.add(new FieldError(place, name, "each column once"));
                                }
                                columns.add(column);
                            },
                            () -> errors.add(new FieldError(
                                    place, name, "no such column; one of " + MunicipalityTable.COLUMNS)));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new TableHeader(columns);
    }

    /** The municipality that the row describes. Throws {@link ProblemException} 422 when a cell cannot be taken apart. */
    MunicipalityReader.Given given(TableRow row) {
        if (row.cells().size() > columns.size()) {
            throw ProblemException.invalid(
                    place(row, columns.size(), "no name"),
                    row.cells().get(columns.size()),
                    "no more cells than the header has, " + columns.size());
        }
        ObjectNode municipality = JsonNodeFactory.instance.objectNode();
        for (int index = 0; index < row.cells().size(); index++) {
            String cell = row.cells().get(index);
            if (!cell.isEmpty()) {
                columns.get(index).put(municipality, cell);
            }
        }
        return new MunicipalityReader.Given(municipality, error -> placed(row, error));
    }

    private FieldError placed(TableRow row, FieldError error) {
        return columns.stream()
                .filter(column -> column.holds(error.field()))
                .findFirst()
                .map(column -> place(row, columns.indexOf(column), error.field()))
                .map(place -> new FieldError(place, error.value(), error.accepted()))
                .orElseGet(() -> new FieldError(
                        "line " + row.line() + " (" + error.field() + ")", error.value(), error.accepted()));
    }

    private static String place(TableRow row, int index, String name) {
        return "line " + row.line() + ", column " + (index + 1) + " (" + name + ")";
    }
}
