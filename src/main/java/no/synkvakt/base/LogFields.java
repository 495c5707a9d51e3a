package no.synkvakt.base;

import java.util.List;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Says of whom and what the log's lines are: fields of their own where the log is JSON. */
public final class LogFields {

    public static final String MUNICIPALITY = "municipality";
    public static final String STALL = "stall";

    private LogFields() {}

    /** Whatever the work logs is of the municipality and of one of its stalls, unless they are null. */
    public static void within(@Nullable String municipality, @Nullable Object stall, Runnable work) {
        if (municipality != null) {
            MDC.put(MUNICIPALITY, municipality);
        }
        if (stall != null) {
            MDC.put(STALL, stall.toString());
        }
        try {
            work.run();
        } finally {
            List.of(MUNICIPALITY, STALL).forEach(MDC::remove);
        }
    }
}
