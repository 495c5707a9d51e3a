package no.synkvakt.cycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.synkvakt.base.AtHand;

/** The cycles as they are stored, and which of a municipality's is the latest. A transaction reads none of them twice. */
@ApplicationScoped
class CycleRows implements PanacheRepositoryBase<CycleRow, Long> {

    private static final String LATEST_FIRST = "municipality = ?1 order by startedAt desc, id desc";

    private static final String NAMED = """
            select c.* from unnest(:municipalities, :ids) n(municipality, id)
            join cycle c on c.municipality = n.municipality and c.id = n.id""";

    private static final String LATEST = """
            select l.* from unnest(:municipalities) n(municipality) cross join lateral (
                select * from cycle c where c.municipality = n.municipality
                order by c.started_at desc, c.id desc limit 1) l""";

    private final AtHand<CycleName, CycleRow> named;
    private final AtHand<String, CycleRow> latest;

    CycleRows(TransactionSynchronizationRegistry transaction) {
        this.named = new AtHand<>(transaction);
        this.latest = new AtHand<>(transaction);
    }

    /** The cycles of those names, mostly the latest of their owners, are about to be asked for one by one. */
    void readAhead(Collection<CycleName> names) {
        readLatestAhead(names.stream().map(CycleName::municipality).collect(Collectors.toSet()));
        Set<CycleName> others = named.missing(names);
        if (!others.isEmpty()) {
            List<CycleRow> read = getSession()
                    .createNativeQuery(NAMED, CycleRow.class)
                    .setParameter("municipalities", array(others, CycleName::municipality))
                    .setParameter("ids", array(others, CycleName::id))
                    .getResultList();
            named.putAll(others, read.stream().collect(Collectors.toMap(CycleRow::name, Function.identity())));
        }
    }

    /** The latest cycles of those municipalities are about to be asked for one by one. */
    void readLatestAhead(Collection<String> owners) {
        Set<String> others = latest.missing(owners);
        if (!others.isEmpty()) {
            Map<String, CycleRow> read = getSession()
                    .createNativeQuery(LATEST, CycleRow.class)
                    .setParameter("municipalities", array(others, Function.identity()))
                    .getResultList()
                    .stream()
                    .collect(Collectors.toMap(row -> row.municipality, Function.identity()));
            latest.putAll(others, read);
            read.values().forEach(row -> named.put(row.name(), row));
        }
    }

    private static <T> String[] array(Collection<T> of, Function<T, String> name) {
        return of.stream().map(name).toArray(String[]::new);
    }

    Optional<CycleRow> get(String municipality, String id) {
        return named.get(new CycleName(municipality, id), () -> find("municipality = ?1 and id = ?2", municipality, id)
                .firstResultOptional());
    }

    Optional<CycleRow> latest(String municipality) {
        return latest.get(municipality, () -> find(LATEST_FIRST, municipality).firstResultOptional());
    }

    Optional<CycleRow> open(String municipality) {
        return latest.get(municipality, () -> find("municipality = ?1 and state = OPEN", municipality)
                        .firstResultOptional()
                        .or(() -> find(LATEST_FIRST, municipality).firstResultOptional()))
                .filter(row -> row.isOpen() || row.isUnsettled());
    }

    /** The municipality's last, the latest first. */
    List<CycleRow> last(String municipality, int most) {
        return find(LATEST_FIRST, municipality).page(0, most).list();
    }

    /**
     * Stores what a row has become. Which cycle of a municipality is open follows from their starts alone, and at no time are
     * there two: what is open no longer is written first, since Hibernate inserts before it updates.
     */
    void become(CycleRow row, Cycle cycle) {
        boolean staysLatest = row.isOpen() && row.startedAt.equals(cycle.startedAt());
        Optional<CycleRow> former = row.isSeen() ? Optional.empty() : formerOf(cycle);
        row.become(cycle);
        former.ifPresent(before -> settle(before, row));
        persist(row);
        named.put(row.name(), row);
        if (!staysLatest && former.isEmpty()) {
            settle(row.municipality);
        }
    }

    /** The latest cycle before the one that is new, where it is at hand and did not begin at the same time. */
    private Optional<CycleRow> formerOf(Cycle added) {
        return latest.get(added.municipality(), Optional::empty)
                .filter(row -> !row.startedAt.equals(added.startedAt()));
    }

    private void settle(CycleRow former, CycleRow added) {
        boolean isLater = added.startedAt.isAfter(former.startedAt);
        if (isLater && former.isOpen()) {
            former.isFollowed();
            flush();
        }
        isLatest(isLater ? added : former);
    }

    /** The same by all that is stored. */
    private void settle(String municipality) {
        CycleRow last = find(LATEST_FIRST, municipality).firstResult();
        list("municipality = ?1 and state = OPEN and pk <> ?2", municipality, last.pk)
                .forEach(CycleRow::isFollowed);
        flush();
        isLatest(last);
    }

    private void isLatest(CycleRow row) {
        row.state = row.completedAt == null ? CycleState.OPEN : CycleState.COMPLETED;
        latest.put(row.municipality, row);
    }
}
