package no.synkvakt.casework;

import jakarta.inject.Singleton;
import java.time.Instant;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Stalls;

/** The stalls that the clock hands to support, or reminds of. */
@Singleton
class UnsolvedStalls implements Due {

    private static final String CLAIM = """
            select m.id from stall s join municipality m on m.id = s.municipality
            where s.act_at <= :now and (cast(:only as text) is null or m.id = :only)
                and""" + Known.by("s.act_at") + """
            order by s.act_at limit :most
            for no key update of s, m skip locked""";

    private final Stalls stalls;
    private final CaseReview review;

    UnsolvedStalls(Stalls stalls, CaseReview review) {
        this.stalls = stalls;
        this.review = review;
    }

    @Override
    public String name() {
        return "stall";
    }

    @Override
    public String claim() {
        return CLAIM;
    }

    @Override
    public void review(Municipality municipality, Instant now) {
        review.whenUnsolved(municipality, now);
    }

    @Override
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        stalls.setAside(municipality, reason, now, until);
    }
}
