package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import org.jspecify.annotations.Nullable;

/** How municipalities stand, by their stalls and cycles. */
@ApplicationScoped
public class Standings {

    private static final String STANDING = """
            select id, standing, name from (
                select m.id, m.name, m.number, case
                    when exists (select 1 from feed f where f.source = m.feed and f.blind_since is not null)
                        then 'UNKNOWN'
                    when m.feed is not null and exists (select 1 from attendance where back_at is not null)
                        then 'UNKNOWN'
                    when exists (select 1 from stall s where s.municipality = m.id and s.state <> 'RESOLVED') then 'STALLED'
                    when exists (select 1 from cycle c where c.municipality = m.id and c.state = 'OPEN') then 'RUNNING'
                    when exists (select 1 from cycle c where c.municipality = m.id) then 'OK'
                    else 'NEVER_SEEN' end as standing
                from municipality m) as standings
            where (cast(:id as text) is null or id = :id)
                and (cast(:state as text) is null or standing = :state)
                and (cast(:q as text) is null or strpos(lower(name), :q) > 0 or strpos(id, :q) > 0 or number = :q)""";

    private final EntityManager entityManager;
    private final Municipalities municipalities;

    Standings(EntityManager entityManager, Municipalities municipalities) {
        this.entityManager = entityManager;
        this.municipalities = municipalities;
    }

    /**
     * A municipality and how it stands.
     *
     * @param municipality empty when what is stored of it cannot be read
     * @param state unknown then: nobody judges it
     */
    public record Standing(String id, String name, Optional<Municipality> municipality, MunicipalityState state) {}

    public MunicipalityState of(String id) {
        Object[] row = (Object[]) query(STANDING, id, null, null).getSingleResult();
        return MunicipalityState.valueOf((String) row[1]);
    }

    /**
     * The municipalities in the order of their ids.
     *
     * @param state only those that stand so; null for all
     * @param q only those whose name or id contains it, in any case, or whose number it is; null for all
     */
    public Page<Standing> search(@Nullable MunicipalityState state, @Nullable String q, PageRequest page) {
        @Nullable String named = state == null ? null : state.name();
        @Nullable String wanted = q == null ? null : q.strip().toLowerCase(Locale.ROOT);
        List<?> rows = query(
                        STANDING + " order by id limit " + page.size() + " offset " + page.offset(),
                        null,
                        named,
                        wanted)
                .getResultList();
        Number total = (Number) query("select count(*) from (" + STANDING + ") as counted", null, named, wanted)
                .getSingleResult();
        List<Object[]> found = rows.stream().map(row -> (Object[]) row).toList();
        Map<String, Municipality> known = municipalities.readable(
                found.stream().map(row -> (String) row[0]).toList());
        List<Standing> items = found.stream()
                .map(row -> standing(row, Optional.ofNullable(known.get((String) row[0]))))
                .toList();
        return new Page<>(items, page.page(), page.size(), total.longValue());
    }

    private static Standing standing(Object[] row, Optional<Municipality> known) {
        MunicipalityState state = MunicipalityState.valueOf((String) row[1]);
        return new Standing(
                (String) row[0], (String) row[2], known, known.isPresent() ? state : MunicipalityState.UNKNOWN);
    }

    private Query query(String sql, @Nullable String id, @Nullable String state, @Nullable String q) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("state", state)
                .setParameter("q", q);
    }
}
