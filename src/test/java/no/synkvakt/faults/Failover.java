package no.synkvakt.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** A PostgreSQL with a synchronous standby that takes its place. Synkvakt knows both, and looks for the one that writes. */
final class Failover extends Database {

    private static final Map<String, String> COMMITS_ON_BOTH = Map.of("synchronous_standby_names", "*");

    private final Database standby;
    private boolean isOver;

    private Failover(Path dir) {
        super(dir.resolve("primary"), Map.of());
        stops();
        Path copy = dir.resolve("standby");
        copy(dir.resolve("primary"), copy);
        follow(copy, port());
        startsAgain(COMMITS_ON_BOTH);
        standby = new Database(copy, Map.of());
    }

    static Failover between(Path dir) {
        return new Failover(dir);
    }

    /** The primary loses power, and the standby is promoted. */
    void fallsOver() {
        crashes();
        standby.execute("select pg_promote()");
        isOver = true;
    }

    @Override
    public String url() {
        return standby == null || port() == standby.port()
                ? super.url()
                : "jdbc:postgresql://localhost:%d,localhost:%d/postgres?targetServerType=primary"
                        .formatted(port(), standby.port());
    }

    private static void copy(Path from, Path to) {
        try {
            Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .inheritIO()
                    .start();
            if (copying.waitFor() != 0) {
                throw new AssertionError("cannot copy " + from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void follow(Path copy, int primary) {
        try {
            Files.createFile(copy.resolve("standby.signal"));
            Files.write(
                    copy.resolve("postgresql.auto.conf"),
                    List.of("primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'".formatted(primary)),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (standby != null && isOver) {
            standby.close();
        }
        super.close();
    }
}
