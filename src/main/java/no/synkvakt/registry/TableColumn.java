package no.synkvakt.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A column of a table of municipalities. Within a cell, several are separated by {@code |}. */
enum TableColumn {
    ID("id"),
    NAME("name"),
    NUMBER("number"),
    LANGUAGE("language"),
    SIS("sis"),
    STEPS("steps") {
        @Override
        void put(ObjectNode municipality, String cell) {
            parts(cell).forEach(municipality.withArray(path())::add);
        }
    },
    CONTACTS("contacts") {
        @Override
        void put(ObjectNode municipality, String cell) {
            parts(cell).forEach(part -> {
                ObjectNode contact = municipality.withArray(path()).addObject();
                Matcher named = NAME_AND_ADDRESS.matcher(part);
                if (named.matches()) {
                    contact.put("name", named.group(1)).put("email", named.group(2));
                } else {
                    contact.put("email", part);
                }
            });
        }
    },
    CRON("cron", "schedule.cron") {
        @Override
        void put(ObjectNode municipality, String cell) {
            municipality.withObjectProperty("schedule").put("cron", cell);
        }
    },
    ZONE("zone", "schedule.zone") {
        @Override
        void put(ObjectNode municipality, String cell) {
            municipality.withObjectProperty("schedule").put("zone", cell);
        }
    },
    EXPECTED("expected") {
        @Override
        void put(ObjectNode municipality, String cell) {
            ObjectNode expected = municipality.withObjectProperty(path());
            parts(cell).map(part -> part.split("=", 2)).forEach(pair -> expected.put(step(pair), both(expected, pair)));
        }
    },
    TASKS("tasks") {
        @Override
        void put(ObjectNode municipality, String cell) {
            ObjectNode tasks = municipality.withObjectProperty(path());
            parts(cell).map(part -> part.split("=", 2)).forEach(pair -> tasks.withArrayProperty(step(pair))
                    .add(value(pair)));
        }
    },
    CLIENT_SERVER("clientServer"),
    DOMAIN_CONTROLLER("domainController"),
    NOTIFY("notify") {
        @Override
        void put(ObjectNode municipality, String cell) {
            switch (cell.toLowerCase(Locale.ROOT)) {
                case "true" -> municipality.put(path(), true);
                case "false" -> municipality.put(path(), false);
                default -> municipality.put(path(), cell);
            }
        }
    };

    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("([^<>]*[^<>\\s])\\s*<([^<>]*)>");

    private final String title;
    private final String path;

    TableColumn(String title) {
        this(title, title);
    }

    TableColumn(String title, String path) {
        this.title = title;
        this.path = path;
    }

    static Optional<TableColumn> named(String title) {
        return Stream.of(values())
                .filter(column -> column.title.equalsIgnoreCase(title))
                .findFirst();
    }

    /** Puts what the cell says where JSON has it. */
    void put(ObjectNode municipality, String cell) {
        municipality.put(path, cell);
    }

    String path() {
        return path;
    }

    /** Whether the column is where that field, or what is in it, comes from. */
    boolean holds(String field) {
        return field.equals(path) || field.startsWith(path + "[") || field.startsWith(path + ".");
    }

    private static Stream<String> parts(String cell) {
        return Stream.of(cell.split("\\|")).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** Two for one step are no duration: the refusal shows both. */
    private static String both(ObjectNode expected, String[] pair) {
        String before = expected.path(step(pair)).asText();
        return before.isEmpty() ? value(pair) : before + "|" + value(pair);
    }

    private static String step(String[] pair) {
        return pair[0].strip();
    }

    /** Of a part without an equals sign: nothing, which no step's value is. */
    private static String value(String[] pair) {
        return pair.length < 2 ? "" : pair[1].strip();
    }
}
