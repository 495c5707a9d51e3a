package no.synkvakt.testing;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus reads of Synkvakt at one moment. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(\\S+?\\{.*}|\\S+) (\\S+)");

    private final String text;

    private Scrape(String text) {
        this.text = text;
    }

    /**
     * Reads it now.
     *
     * @param port the management port
     */
    public static Scrape of(int port) {
        return new Scrape(RestAssured.given()
                .port(port)
                .accept("text/plain")
                .get("/q/metrics")
                .asString());
    }

    public String text() {
        return text;
    }

    /** Synkvakt's own samples by series, written as in {@code synkvakt_events_total{outcome="accepted",reason="none"}}. */
    public Map<String, Double> samples() {
        return text.lines()
                .filter(line -> line.startsWith("synkvakt_"))
                .map(SAMPLE::matcher)
                .filter(line -> line.matches())
                .collect(Collectors.toMap(
                        line -> line.group(1).replace(",}", "}"), line -> Double.valueOf(line.group(2))));
    }

    /**
     * The sample of a series.
     *
     * @throws AssertionError when there is no such series
     */
    public double value(String series) {
        Double value = samples().get(series);
        if (value == null) {
            throw new AssertionError("No " + series + " in " + samples());
        }
        return value;
    }
}
