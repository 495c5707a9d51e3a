package no.synkvakt.board;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import no.synkvakt.base.Unchanged;
import no.synkvakt.casework.Hearing;
import no.synkvakt.stall.Outages;

/**
 * Reads what the board shows. It is all owners' latest cycle and stall, a look into the index for each of them: too much for
 * every time that one of many people who look at the same board asks, and nothing has happened since.
 */
@Singleton
class BoardReadings {

    private final Fingerprints fingerprints;
    private final Owners owners;
    private final Outages outages;
    private final Hearing hearing;
    private final Unchanged<BoardReading> last;

    BoardReadings(
            Fingerprints fingerprints, Owners owners, Outages outages, Hearing hearing, EntityManager entityManager) {
        this.fingerprints = fingerprints;
        this.owners = owners;
        this.outages = outages;
        this.hearing = hearing;
        this.last = new Unchanged<>(entityManager);
    }

    /** As it is now. */
    BoardReading now() {
        BoardReading stored = last.get(this::read);
        return stored.with(owners.asFarAsRead(stored.owners()));
    }

    private BoardReading read() {
        return new BoardReading(
                fingerprints.of(Topic.BOARD),
                owners.all(),
                outages.lasting(),
                hearing.sources(),
                hearing.isCatchingUp());
    }
}
