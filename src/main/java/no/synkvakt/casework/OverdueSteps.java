package no.synkvakt.casework;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.municipality.Municipality;

/** The cycles whose current step is due. */
@Singleton
class OverdueSteps implements Due {

    private static final String CLAIM = """
            select m.id from cycle c join municipality m on m.id = c.municipality
            where c.due_at <= :now and (cast(:only as text) is null or m.id = :only)
                and""" + Known.by("c.due_at") + """
            order by c.due_at limit :most
            for no key update of c, m skip locked""";

    private final Cycles cycles;
    private final CaseReview review;

    OverdueSteps(Cycles cycles, CaseReview review) {
        this.cycles = cycles;
        this.review = review;
    }

    @Override
    public String name() {
        return "cycle";
    }

    @Override
    public String claim() {
        return CLAIM;
    }

    @Override
    public void readAhead(Collection<String> municipalities) {
        cycles.readUsualAhead(municipalities);
    }

    @Override
    public void review(Municipality municipality, Instant now) {
        review.whenDue(municipality, now);
    }

    @Override
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        cycles.setAside(municipality, reason, now, until);
    }
}
