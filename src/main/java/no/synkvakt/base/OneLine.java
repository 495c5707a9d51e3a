package no.synkvakt.base;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.Date;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what outsiders send from forging lines of the log, or from telling the operator's terminal what to do: in what a line
 * is about, line breaks and control characters are replaced; where a message or an exception has several lines, all but the
 * first are set in. It stands before the console and the log file, so that nobody who logs has to think of it. Own code
 * because the formatters of JBoss LogManager have no way to escape, but for JSON.
 *
 * @see <a href="https://cwe.mitre.org/data/definitions/117.html">CWE-117, Improper Output Neutralization for Logs</a>
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r?\\n[\\t ]*");

    /** Text of several lines that are meant to be lines of the log. Each is set in. */
    public record Lines(String text) {

        @Override
        public String toString() {
            return setIn(text);
        }
    }

    /** Lets every record pass, rewritten where it has to be. */
    @Override
    public boolean isLoggable(LogRecord record) {
        Object @Nullable [] parameters = record.getParameters();
        if (parameters != null) {
            record.setParameters(Arrays.stream(parameters).map(OneLine::flat).toArray());
        }
        @Nullable String message = record.getMessage();
        if (message != null && !Characters.arePlain(message)) {
            rewrite(record, setIn(message));
        }
        @Nullable Throwable thrown = record.getThrown();
        if (thrown != null) {
            record.setThrown(PlainThrowable.of(thrown));
        }
        return true;
    }

    private static void rewrite(LogRecord record, String message) {
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(message, extended.getFormatStyle());
        } else {
            record.setMessage(message);
        }
    }

    private static @Nullable Object flat(@Nullable Object parameter) {
        if (parameter == null
                || parameter instanceof Number
                || parameter instanceof Date
                || parameter instanceof Lines) {
            return parameter;
        }
        String text = String.valueOf(parameter);
        return Characters.arePlain(text) ? parameter : Characters.printable(text);
    }

    /** The text with each line but the first set in, and without any other control character. */
    static String setIn(String text) {
        return Arrays.stream(LINE_BREAK.split(text, -1))
                .map(Characters::printable)
                .reduce((above, below) -> above + "\n\t" + below)
                .orElse("");
    }
}
