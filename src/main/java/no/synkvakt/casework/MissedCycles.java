package no.synkvakt.casework;

import jakarta.inject.Singleton;
import java.time.Instant;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;

/** The municipalities whose cycle should have begun. */
@Singleton
class MissedCycles implements Due {

    private static final String CLAIM = """
            select m.id from municipality m
            where m.missed_at <= :now and (cast(:only as text) is null or m.id = :only)
                and""" + Known.by("m.missed_at") + """
            order by m.missed_at limit :most
            for no key update of m skip locked""";

    private final Municipalities municipalities;
    private final StartReview review;

    MissedCycles(Municipalities municipalities, StartReview review) {
        this.municipalities = municipalities;
        this.review = review;
    }

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public String claim() {
        return CLAIM;
    }

    @Override
    public void review(Municipality municipality, Instant now) {
        review.whenDue(municipality, now);
    }

    @Override
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        municipalities.setAside(municipality, reason, now, until);
    }
}
