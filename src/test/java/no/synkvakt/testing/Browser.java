package no.synkvakt.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser with a profile of its own, closed with the test that opened it. All share one Chromium; on a machine without
 * one, whoever asks for a browser is skipped.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A form that is shown again with what is wrong with it. */
    private static final String REFUSED_FORM = "status of 422";

    private static final String CONTRAST = "color-contrast";
    private static final String BARRIERS = """
            async rules => {
                const found = await axe.run(
                    document, {...rules, iframes: false, preload: false, resultTypes: ['violations']});
                return found.violations.flatMap(rule => rule.nodes.map(
                    node => rule.id + ': ' + node.target + ' ' + node.failureSummary));
            }""";

    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private static final String MISSING = "was left out in part, since there is no browser: install chromium (any of "
            + NAMES + " on the PATH will do)";

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Browser(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
    }

    /** What kind of browser is wanted: 1280 × 900, light and with script, until told otherwise. */
    public static Wanted wanted() {
        return new Wanted();
    }

    /** One kind for each way of looking: wide and narrow as a phone, light and dark. */
    public static Stream<Wanted> everyLook() {
        return Stream.of(
                wanted(),
                wanted().dark(),
                wanted().wide(NARROW),
                wanted().wide(NARROW).dark());
    }

    /** Shows an address of Synkvakt, such as {@code /stalls}. */
    public Page show(String address) {
        page.navigate(RestAssured.baseURI + ":" + RestAssured.port + address);
        return page;
    }

    public Page page() {
        return page;
    }

    /**
     * What axe finds wrong with the page as it is shown now, with where; frames are left alone, since axe would wait for ever
     * for one that the browser has not loaded yet. Axe is loaded once for a page and tells no more than is asked: its own
     * builder loads it for each look, and carries over all that is right.
     */
    public List<String> barriers() {
        return barriers(Map.of());
    }

    /** @param rules which rules, as axe's options have it; none: all */
    @SuppressWarnings("unchecked") // what the script gives
    private List<String> barriers(Map<String, Object> rules) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<String>) page.evaluate(BARRIERS, rules);
    }

    /**
     * What shuts anybody out of the page as it is shown now: 320 px narrow with nothing cut off, dark, and wide. Contrast is a
     * matter of colours and the rest one of layout, so the one is asked in both schemes and the other in both widths.
     */
    public List<String> barriersInEveryLook() {
        List<String> found = new ArrayList<>(complaints);
        found.addAll(
                barriersIn(NARROW, ColorScheme.LIGHT, Map.of("rules", Map.of(CONTRAST, Map.of("enabled", false)))));
        found.addAll(barriersIn(WIDE, ColorScheme.DARK, Map.of("runOnly", List.of(CONTRAST))));
        found.addAll(barriersIn(WIDE, ColorScheme.LIGHT, Map.of()));
        return found;
    }

    private List<String> barriersIn(int width, ColorScheme scheme, Map<String, Object> rules) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Stream<String> cutOff = overflows() ? Stream.of("wider than the window") : Stream.empty();
        return Stream.concat(cutOff, barriers(rules).stream())
                .map(barrier -> width + " " + scheme + ": " + barrier)
                .toList();
    }

    /** What the browser has complained of so far: errors in scripts, and what the Content-Security-Policy kept out. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Whether the page is wider than the window, so that it must be scrolled sideways. */
    public boolean overflows() {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        context.close();
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().contains(REFUSED_FORM)) {
            complaints.add(message.text());
        }
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Optional<Path> found = executable();
            if (found.isEmpty()) {
                System.err.println("[WARNING] " + caller() + " " + MISSING);
            }
            Assumptions.assumeTrue(found.isPresent(), MISSING);
            chromium = start(found.orElseThrow());
        }
        return chromium;
    }

    private static com.microsoft.playwright.Browser start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** The test that asks for a browser: on a machine without one the run says which were left out. */
    private static String caller() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.endsWith("Test"))
                .findFirst()
                .orElse("A test"));
    }

    private static Optional<Path> executable() {
        List<String> folders =
                List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What kind of browser is wanted. */
    public static final class Wanted {

        private final com.microsoft.playwright.Browser.NewContextOptions options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(WIDE, HEIGHT)
                        .setColorScheme(ColorScheme.LIGHT);
        private final Map<String, String> headers = new HashMap<>();

        private Wanted() {}

        /** It shows the key with every request. */
        public Wanted as(Key key) {
            return sending("Authorization", key.header());
        }

        public Wanted sending(String header, String value) {
            headers.put(header, value);
            return this;
        }

        public Wanted wide(int width) {
            options.setViewportSize(width, HEIGHT);
            return this;
        }

        public Wanted dark() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        public Wanted withoutScript() {
            options.setJavaScriptEnabled(false);
            return this;
        }

        /** The look, for a test's name. */
        @Override
        public String toString() {
            return options.viewportSize.orElseThrow().width + " " + options.colorScheme.orElseThrow();
        }

        public Browser open() {
            return new Browser(chromium().newContext(options.setExtraHTTPHeaders(Map.copyOf(headers))));
        }
    }
}
