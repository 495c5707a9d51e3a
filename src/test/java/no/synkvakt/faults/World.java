package no.synkvakt.faults;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.PackagedSynkvakt;
import no.synkvakt.testing.Stored;
import no.synkvakt.testing.TestDatabase;
import org.awaitility.core.ConditionTimeoutException;

/** A database, a mail server, replicas of Synkvakt and school owners who fall behind; at the end, what became of it. */
final class World implements AutoCloseable {

    static final String SUPPORT = "support@vendor.example";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String UNDER_WAY = "select count(*) from notice where state in ('PENDING', 'LEASED')";

    final MailServer mail = new MailServer();
    final TestDatabase database;
    final Owners owners = new Owners(this::url);
    private final Path dir;
    private final Map<String, String> more;
    private final List<PackagedSynkvakt> replicas = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Stored stored;

    World(Path dir, TestDatabase database) {
        this(dir, database, Map.of());
    }

    /** @param more settings of the replicas */
    World(Path dir, TestDatabase database, Map<String, String> more) {
        this.more = more;
        this.dir = dir;
        this.database = database;
        this.stored = new Stored(database.asOperator());
    }

    PackagedSynkvakt starts() {
        PackagedSynkvakt replica = PackagedSynkvakt.launch(dir, settings()).untilReady();
        replicas.add(replica);
        return replica;
    }

    /** Starts replicas until there are so many. */
    void startsUntil(int many) {
        while (replicas.size() < many) {
            starts();
        }
    }

    /** As {@code kill -9} does. */
    void dies(PackagedSynkvakt replica) {
        replicas.remove(replica);
        replica.kill();
    }

    /** Whether every replica runs. */
    boolean isAlive() {
        return replicas.stream().allMatch(PackagedSynkvakt::isAlive);
    }

    List<PackagedSynkvakt> replicas() {
        return List.copyOf(replicas);
    }

    /** What has been is settled; the next audit is of what is to come. */
    void beginAnew() {
        owners.beginAnew();
        mail.forgets();
    }

    /** Nothing is under way any more; leases of the dead run out meanwhile. */
    Audit settled() {
        try {
            await().pollInterval(POLL).atMost(PATIENCE).until(this::isSettled);
        } catch (ConditionTimeoutException e) {
            System.out.println("Not settled: " + e.getMessage());
        }
        return audit();
    }

    /** For the database 45 seconds pass. */
    void leasesRunOut() {
        database.execute("update notice set leased_until = clock_timestamp() where state = 'LEASED'");
    }

    /** The same for the leases of those who did not end within 5 seconds what takes none. */
    void leasesOfTheDeadRunOut() {
        database.execute("update notice set leased_until = clock_timestamp() where state = 'LEASED'"
                + " and leased_until < clock_timestamp() + interval '40 seconds'");
    }

    /** The stalls come first: their notices came with them. */
    boolean isSettled() {
        return stored.values("select municipality from stall")
                        .containsAll(
                                owners.behind().stream().map(Owners.Owner::id).toList())
                && Long.parseLong(String.valueOf(stored.value(UNDER_WAY))) == 0;
    }

    private Audit audit() {
        Map<String, Long> stalls = counted(
                stored.values("select municipality || ' ' || step from stall").stream()
                        .map(String::valueOf),
                Function.identity());
        Map<String, List<Mail>> mails = mail.taken().stream().collect(Collectors.groupingBy(World::about));
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        for (Owners.Owner owner : owners.behind()) {
            long found = stalls.getOrDefault(owner.id() + " " + owner.step(), 0L);
            if (found != 1) {
                (found == 0 ? lost : doubled).add("stall of " + owner.id());
            }
            owed(owner).forEach(about -> judge(about, mails.remove(about), lost, doubled, repeated));
        }
        mails.keySet().forEach(about -> doubled.add("unasked: " + about));
        return new Audit(lost, doubled, repeated);
    }

    private static void judge(
            String about, List<Mail> came, List<String> lost, List<String> doubled, List<String> repeated) {
        if (came == null) {
            lost.add(about);
            return;
        }
        Map<String, Long> ids = counted(came.stream(), Mail::id);
        if (ids.size() > 1) {
            doubled.add(about);
        }
        ids.values().stream().mapToLong(times -> times - 1).forEach(again -> {
            for (long one = 0; one < again; one++) {
                repeated.add(about);
            }
        });
    }

    private static List<String> owed(Owners.Owner owner) {
        List<String> owed = new ArrayList<>(List.of("STALL " + owner.admin() + " " + owner.name()));
        if (owner.supportsTurn()) {
            owed.add("ESCALATION " + SUPPORT + " " + owner.name());
        }
        return owed;
    }

    private static String about(Mail mail) {
        return mail.kind() + " " + mail.to() + " " + mail.subject().split(":", 2)[0];
    }

    private static <T> Map<String, Long> counted(Stream<T> all, Function<T, String> by) {
        return all.collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private String url(String path) {
        List<PackagedSynkvakt> there = replicas();
        return there.isEmpty()
                ? "http://localhost:1" + path
                : there.get(Math.floorMod(turn.getAndIncrement(), there.size())).url(path);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Key.settings());
        settings.putAll(database.settings());
        settings.putAll(more);
        settings.putAll(Map.of(
                // A database that falls silent is given up after 2 seconds instead of 60.
                "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "2",
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", String.valueOf(mail.port()),
                "quarkus.mailer.from", "synkvakt@synkvakt.example",
                "synkvakt.support.email", SUPPORT,
                "synkvakt.notice.hold", Form.either("1s", "0s"),
                "synkvakt.watch.every", "1s",
                // Else what support alone can solve would be told as one.
                "synkvakt.outage.at-least", "100000"));
        return settings;
    }

    @Override
    public void close() {
        replicas.forEach(PackagedSynkvakt::kill);
        mail.close();
        database.close();
    }
}
