package no.synkvakt.casework;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;

/** The owners whose engine is heard again: what was parked is judged now. */
@Singleton
@Priority(2)
class SeeingOwners implements Due {

    private static final String CLAIM = """
            select m.id from municipality m
            where m.parked and (cast(:only as text) is null or m.id = :only)
                and not exists (
                    select 1 from feed f where f.source = m.feed and f.blind_since is not null and f.blind_since <= :now)
            order by m.id limit :most
            for no key update of m skip locked""";

    private final Municipalities municipalities;
    private final Cycles cycles;
    private final CaseReview review;

    SeeingOwners(Municipalities municipalities, Cycles cycles, CaseReview review) {
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.review = review;
    }

    @Override
    public String name() {
        return "return";
    }

    @Override
    public String claim() {
        return CLAIM;
    }

    @Override
    public void review(Municipality municipality, Instant now) {
        municipalities.park(municipality.id(), false);
        review.judgeLater(municipality, now);
    }

    @Override
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        municipalities.parkUnread(municipality, false);
        cycles.setAsideParked(municipality, reason, until);
    }
}
