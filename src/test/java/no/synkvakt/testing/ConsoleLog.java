package no.synkvakt.testing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;

/** What the console shows while it is open, of Synkvakt's own also what it shows at DEBUG: filtered and laid out as there. */
public final class ConsoleLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OWN = Logger.getLogger("no.synkvakt");

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Handler console;

    private ConsoleLog(Handler console) {
        this.console = console;
    }

    public static ConsoleLog open() {
        Handler console = Stream.of(ROOT.getHandlers())
                .flatMap(ConsoleLog::withInner)
                .filter(handler -> handler instanceof ConsoleHandler
                        || handler instanceof org.jboss.logmanager.handlers.ConsoleHandler)
                .findFirst()
                .orElseThrow();
        ConsoleLog log = new ConsoleLog(console);
        ROOT.addHandler(log);
        OWN.setLevel(Level.FINE);
        return log;
    }

    private static Stream<Handler> withInner(Handler handler) {
        return handler instanceof ExtHandler outer
                ? Stream.concat(
                        Stream.of(handler), Arrays.stream(outer.getHandlers()).flatMap(ConsoleLog::withInner))
                : Stream.of(handler);
    }

    @Override
    public void publish(LogRecord record) {
        if (console.getFilter() == null || console.getFilter().isLoggable(record)) {
            shown.add(console.getFormatter().format(record));
        }
    }

    /** Each record as it stands there, with the line break at its end. */
    public List<String> shown() {
        return shown;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        OWN.setLevel(null);
    }
}
