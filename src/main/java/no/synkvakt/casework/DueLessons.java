package no.synkvakt.casework;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import no.synkvakt.deadline.Lessons;
import no.synkvakt.municipality.Municipality;

/** The municipalities of whose runs there is something to learn: a cycle is complete. It is in no hurry. */
@Singleton
@Priority(-1)
class DueLessons implements Due {

    private static final String CLAIM = """
            select m.id from to_learn l join municipality m on m.id = l.municipality
            where l.due_at <= :now and (cast(:only as text) is null or m.id = :only)
            order by l.due_at limit :most
            for no key update of m skip locked""";

    private final Lessons lessons;

    DueLessons(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public String name() {
        return "lesson";
    }

    @Override
    public String claim() {
        return CLAIM;
    }

    /** Each reads eight weeks of nights. */
    @Override
    public Pace pace() {
        return Pace.BY_THE_WAY;
    }

    @Override
    public void readAhead(Collection<String> municipalities) {
        lessons.readAhead(municipalities);
    }

    @Override
    public void review(Municipality municipality, Instant now) {
        lessons.learn(municipality);
    }

    /** There is another one when its next cycle is complete. */
    @Override
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        lessons.skip(municipality);
    }
}
