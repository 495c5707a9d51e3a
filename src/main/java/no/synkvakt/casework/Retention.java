package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long what has happened is kept, and how it goes. Any number of replicas may let go at once. */
@ApplicationScoped
public class Retention {

    /** Rows that go in one transaction: for so long a report of theirs may wait. */
    private static final int MOST = 500;

    private static final Duration SHORTEST = Duration.ofDays(1);

    private final EntityManager entityManager;
    private final Duration cycles;
    private final Duration heartbeats;
    private final Duration mails;
    private final Duration cases;
    private final Duration audit;

    /** @throws IllegalArgumentException when something is to be kept for less than a day */
    Retention(
            EntityManager entityManager,
            @ConfigProperty(name = "synkvakt.retention.cycles") Duration cycles,
            @ConfigProperty(name = "synkvakt.retention.heartbeats") Duration heartbeats,
            @ConfigProperty(name = "synkvakt.retention.mails") Duration mails,
            @ConfigProperty(name = "synkvakt.retention.cases") Duration cases,
            @ConfigProperty(name = "synkvakt.retention.audit") Duration audit) {
        this.entityManager = entityManager;
        this.cycles = accepted("cycles", cycles);
        this.heartbeats = accepted("heartbeats", heartbeats);
        this.mails = accepted("mails", mails);
        this.cases = accepted("cases", cases);
        this.audit = accepted("audit", audit);
    }

    private static Duration accepted(String name, Duration time) {
        if (time.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "synkvakt.retention." + name + " = " + time + "; accepted: at least P1D");
        }
        return time;
    }

    /**
     * Lets go what has been kept long enough, as much as goes into one transaction.
     *
     * @return how many rows went; 0 when there are none left
     */
    @Transactional
    public long letGo(Kept what, Instant now) {
        return ((Number) entityManager
                        .createNativeQuery(what.letGo())
                        .setParameter("before", now.minus(timeOf(what)))
                        .setParameter("most", MOST)
                        .getSingleResult())
                .longValue();
    }

    private Duration timeOf(Kept what) {
        return switch (what) {
            case CYCLES -> cycles;
            case HEARTBEATS -> heartbeats;
            case MAILS -> mails;
            case STALLS, OUTAGES, OTHER_NOTICES, SILENCES -> cases;
            case AUDIT -> audit;
        };
    }
}
