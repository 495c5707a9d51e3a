package no.synkvakt.malformed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A case of malformed input: a line of a file, in columns that stand apart by " | ". The first is its name, the last the input,
 * where {@code \xff} is a byte and {@code «3:ab»} the same as {@code ababab}. A line that begins with # is a comment.
 *
 * @param expected the columns between
 * @param written the input with its escapes
 */
record Case(String name, List<String> expected, String written) {

    private static final Pattern REPEATED = Pattern.compile("«(\\d+):([^»]*)»");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    static Stream<Case> in(String file, int columns) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> {
                    List<String> cells = List.of(line.split(" +\\| ", columns));
                    if (cells.size() != columns) {
                        throw new AssertionError(file + ": not " + columns + " columns: " + line);
                    }
                    return new Case(
                            cells.get(0),
                            cells.subList(1, columns - 1).stream()
                                    .map(cell -> new String(unescaped(cell), StandardCharsets.UTF_8))
                                    .toList(),
                            cells.get(columns - 1));
                });
    }

    static Stream<DynamicTest> tests(String file, int columns, Check check) {
        return in(file, columns).map(one -> DynamicTest.dynamicTest(one.name, () -> check.of(one)));
    }

    /** What is held against a case. */
    interface Check {
        void of(Case one) throws Exception;
    }

    byte[] input() {
        return unescaped(written);
    }

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream("/malformed/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] unescaped(String written) {
        String whole = REPEATED.matcher(written)
                .replaceAll(again -> Matcher.quoteReplacement(again.group(2).repeat(Integer.parseInt(again.group(1)))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = BYTE.matcher(whole);
        int from = 0;
        while (escape.find()) {
            bytes.writeBytes(whole.substring(from, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(escape.group(1), 16));
            from = escape.end();
        }
        bytes.writeBytes(whole.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
