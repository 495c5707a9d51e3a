package no.synkvakt.watch;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.stall.Stalls;

/** Reads what nobody may look at for days, so that a row that cannot be read is known before it is needed. */
@ApplicationScoped
public class ReadThrough {

    private final Municipalities municipalities;
    private final Stalls stalls;

    ReadThrough(Municipalities municipalities, Stalls stalls) {
        this.municipalities = municipalities;
        this.stalls = stalls;
    }

    /** Reads all municipalities and open stalls, and notes those that cannot be read. */
    @Scheduled(
            every = "6h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "read-through")
    public void go() {
        municipalities.noteUnreadable();
        stalls.noteUnreadable();
    }
}
