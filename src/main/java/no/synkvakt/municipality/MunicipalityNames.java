package no.synkvakt.municipality;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which municipalities others mean by their own names for them. */
@Singleton
public class MunicipalityNames {

    /** One part for each way to be meant, so that each is one pass over the table, however many the names are. */
    private static final String MEANT = """
            select n.name as name, m.id as id from unnest(:names) n(name) join municipality m on m.id = n.name
            union
            select n.name, m.id from unnest(:names) n(name) join municipality m on lower(m.name) = lower(n.name)
            union
            select n.name, m.id from unnest(:names) n(name) join municipality m on m.number = n.name""";

    private final EntityManager entityManager;

    MunicipalityNames(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The ids of those that each of the names may mean: an id itself, a name in any case, or a number. */
    @SuppressWarnings("unchecked")
    public Map<String, Set<String>> meant(Collection<String> names) {
        List<Tuple> found = entityManager
                .createNativeQuery(MEANT, Tuple.class)
                .setParameter("names", names.toArray(String[]::new))
                .getResultList();
        Map<String, Set<String>> ids = new HashMap<>();
        found.forEach(row -> ids.computeIfAbsent(row.get("name", String.class), name -> new TreeSet<>())
                .add(row.get("id", String.class)));
        return ids;
    }
}
