package no.synkvakt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Prints the slowest test classes of a run, and what was left out and why, from the reports that Surefire and Failsafe leave. */
public final class RunSummary {

    private static final int SLOWEST = 10;
    private static final List<String> FOLDERS = List.of("surefire-reports", "failsafe-reports");

    /** One test as it is reported: its class, its seconds, and why it was left out, if it was. */
    record Reported(String className, double seconds, String leftOut) {}

    private RunSummary() {}

    /** @param arguments the folder that the build writes to, and when the build began; older reports are of other runs */
    public static void main(String... arguments) {
        lines(reports(Path.of(arguments[0]), Instant.parse(arguments[1])))
                .forEach(line -> System.out.println("[INFO] " + line));
    }

    static List<String> lines(List<Reported> tests) {
        List<String> lines = new ArrayList<>(slowest(tests));
        List<String> leftOut = leftOut(tests);
        if (!leftOut.isEmpty()) {
            lines.add("Left out:");
            lines.addAll(leftOut);
        }
        return lines;
    }

    private static List<String> slowest(List<Reported> tests) {
        Map<String, Double> classes = tests.stream()
                .collect(Collectors.groupingBy(Reported::className, Collectors.summingDouble(Reported::seconds)));
        double seconds = tests.stream().mapToDouble(Reported::seconds).sum();
        String head = String.format(
                Locale.ROOT,
                "The slowest of %d test classes, of %.0f s that tests took in all:",
                classes.size(),
                seconds);
        return Stream.concat(
                        Stream.of(head),
                        classes.entrySet().stream()
                                .sorted(Map.Entry.<String, Double>comparingByValue()
                                        .reversed())
                                .limit(SLOWEST)
                                .map(entry ->
                                        String.format(Locale.ROOT, "%7.1f s  %s", entry.getValue(), entry.getKey())))
                .toList();
    }

    private static List<String> leftOut(List<Reported> tests) {
        return tests.stream()
                .filter(test -> !test.leftOut().isEmpty())
                .collect(Collectors.groupingBy(
                        test -> test.className() + ": " + test.leftOut(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> "  " + entry.getValue() + " of " + entry.getKey())
                .toList();
    }

    static List<Reported> reports(Path build, Instant begun) {
        return FOLDERS.stream()
                .map(build::resolve)
                .filter(Files::isDirectory)
                .flatMap(RunSummary::files)
                .filter(file -> file.toFile().lastModified() >= begun.toEpochMilli())
                .flatMap(RunSummary::tests)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Reported> tests(Path file) {
        try {
            NodeList tests = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
            return IntStream.range(0, tests.getLength()).mapToObj(tests::item).map(test -> reported((Element) test));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static Reported reported(Element test) {
        NodeList skipped = test.getElementsByTagName("skipped");
        String reason = skipped.getLength() == 0 ? "" : ((Element) skipped.item(0)).getAttribute("message");
        double seconds = Double.parseDouble(test.getAttribute("time").replace(",", ""));
        return new Reported(test.getAttribute("classname"), seconds, reason.replace("Assumption failed: ", ""));
    }
}
