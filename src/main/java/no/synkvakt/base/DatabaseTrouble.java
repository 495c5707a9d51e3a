package no.synkvakt.base;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells trouble with the database, which passes and is no fault of what was being done, from what is wrong with a row or a
 * request.
 */
public final class DatabaseTrouble {

    /**
     * Connection, read-only server, deadlock, resources, lock not to be had, operator's intervention, the machine under it.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
     */
    private static final Pattern PASSING = Pattern.compile("08...|25006|40...|53...|55...|57...|58...");

    private DatabaseTrouble() {}

    /** Whether such trouble is among the causes, or what was suppressed on the way, as at a commit that failed. */
    public static boolean isBehind(Throwable e) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.push(e);
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                if (next instanceof SQLException sql && passes(sql.getSQLState())) {
                    return true;
                }
                open.addAll(Arrays.asList(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return false;
    }

    /** A driver or pool that never reached the server names no state. */
    private static boolean passes(@Nullable String sqlState) {
        return sqlState == null || PASSING.matcher(sqlState).matches();
    }
}
