package no.synkvakt.casework;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;

/** The owners whose engine has fallen silent: their due times are parked. */
@Singleton
@Priority(3)
class BlindOwners implements Due {

    /** Each silent engine is asked for its first owners: a join would read all owners when none is silent. */
    private static final String CLAIM = """
            select m.id from municipality m
            where not m.parked and (cast(:only as text) is null or m.id = :only) and m.id in (
                select its.id from feed f cross join lateral (
                    select o.id from municipality o
                    where o.feed = f.source and not o.parked and (cast(:only as text) is null or o.id = :only)
                    order by o.id limit :most) its
                where f.blind_since <= :now)
            order by m.id limit :most
            for no key update of m skip locked""";

    private final Municipalities municipalities;
    private final CaseReview review;

    BlindOwners(Municipalities municipalities, CaseReview review) {
        this.municipalities = municipalities;
        this.review = review;
    }

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public String claim() {
        return CLAIM;
    }

    @Override
    public void review(Municipality municipality, Instant now) {
        municipalities.park(municipality.id(), true);
        review.judgeLater(municipality, now);
    }

    /** What is due stays due: it is not claimed while its engine is silent. */
    @Override
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        municipalities.parkUnread(municipality, true);
    }
}
