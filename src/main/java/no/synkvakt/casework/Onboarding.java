package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.casework.AuditEntry.Deed;
import no.synkvakt.casework.AuditTrail.Subject;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.Events;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.NoticeWriter;
import no.synkvakt.notice.Outbox;
import no.synkvakt.notice.RefusedAddresses;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Stalls;
import org.jspecify.annotations.Nullable;

/** Municipalities come, change and go. */
@ApplicationScoped
public class Onboarding {

    private final Municipalities municipalities;
    private final Cycles cycles;
    private final Stalls stalls;
    private final Outbox outbox;
    private final NoticeWriter notices;
    private final Cases cases;
    private final CaseReview review;
    private final StartReview starts;
    private final RefusedAddresses refused;
    private final AuditTrail audit;
    private final MunicipalityChanges changes;
    private final Events events;
    private final UnreadableRows unreadable;
    private final Clock clock;

    Onboarding(
            Municipalities municipalities,
            Cycles cycles,
            Stalls stalls,
            Outbox outbox,
            NoticeWriter notices,
            Cases cases,
            CaseReview review,
            StartReview starts,
            RefusedAddresses refused,
            AuditTrail audit,
            MunicipalityChanges changes,
            Events events,
            UnreadableRows unreadable,
            Clock clock) {
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.stalls = stalls;
        this.outbox = outbox;
        this.notices = notices;
        this.cases = cases;
        this.review = review;
        this.starts = starts;
        this.refused = refused;
        this.audit = audit;
        this.changes = changes;
        this.events = events;
        this.unreadable = unreadable;
        this.clock = clock;
    }

    /**
     * Creates or replaces municipalities, all or none. An open cycle keeps its chain; its due time follows changed
     * expectations at once. Where nobody is to be mailed any more, nobody is, whatever is still held; where somebody is to
     * be mailed again, they are told of a stall that is still open.
     *
     * @param by who wants it so
     * @return how many were created
     */
    @Transactional
    public int put(List<Municipality> wanted, String by) {
        Instant now = clock.instant();
        return wanted.stream()
                .sorted(Comparator.comparing(Municipality::id))
                .mapToInt(municipality -> put(municipality, by, now) ? 1 : 0)
                .sum();
    }

    /**
     * Forgets a municipality: its stall is closed without a mail, notices not yet sent are called off, addresses erased.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean delete(String id, String by) {
        boolean known = municipalities.lockUnread(id);
        if (known) {
            stalls.openAsStored(id).ifPresent(this::close);
            outbox.erase(id);
            municipalities.deleteById(id);
            unreadable.isRead(UnreadableRow.Kind.MUNICIPALITY, id);
            audit.record(by, Deed.MUNICIPALITY_DELETED, Subject.municipality(id, null), clock.instant());
        }
        return known;
    }

    /** Mails each contact a test. Empty when there is no such municipality. */
    @Transactional
    public Optional<List<Notice>> testMail(String id, String by) {
        Instant now = clock.instant();
        return municipalities.lock(id).map(municipality -> {
            audit.record(by, Deed.TEST_MAIL_SENT, Subject.municipality(id, null), now);
            return notices.test(municipality, now);
        });
    }

    /** Gives a municipality a new ping key; the former is void at once. Empty when there is no such municipality. */
    @Transactional
    public Optional<String> renewPingKey(String id, String by) {
        if (!municipalities.lockUnread(id)) {
            return Optional.empty();
        }
        audit.record(by, Deed.PING_KEY_RENEWED, Subject.municipality(id, null), clock.instant());
        return municipalities.renewPingKey(id);
    }

    private boolean put(Municipality municipality, String by, Instant now) {
        boolean there = municipalities.lockUnread(municipality.id());
        Optional<Municipality> former = municipalities.readable(municipality.id());
        boolean created = municipalities.put(municipality, now);
        record(there, former, municipality, by, now);
        refused.keepContacts(municipality);
        if (there && former.isEmpty()) {
            events.cycles(municipality.id()).forEach(cycle -> cycles.refold(municipality, cycle));
        }
        try {
            follow(former, municipality, created, now);
        } catch (UnreadableRow e) {
            unreadable.note(e);
            cycles.lookAgainAt(municipality.id(), now);
        }
        return created;
    }

    /** What becomes of the stall and the open cycle. One that cannot be read keeps nobody from putting it and the others. */
    private void follow(Optional<Municipality> former, Municipality municipality, boolean created, Instant now) {
        if (!municipality.notifies()) {
            stalls.open(municipality.id()).ifPresent(stall -> cases.hush(stall, now));
        } else if (former.filter(known -> !known.notifies()).isPresent()) {
            stalls.open(municipality.id()).ifPresent(stall -> cases.tellWhoeverWasNot(municipality, stall, now));
        }
        Optional<Cycle> open = created ? Optional.empty() : cycles.open(municipality.id());
        open.ifPresent(
                cycle -> review.afterChange(municipality, List.of(cycles.refold(municipality, cycle.id())), now));
        starts.lookAgain(municipality, now);
    }

    private void close(Stall stall) {
        if (stall.unreadable().isPresent()) {
            stalls.close(stall.municipality, clock.instant());
            unreadable.isRead(UnreadableRow.Kind.STALL, stall.id.toString());
        } else {
            stall.resolve(Act.ofSynkvakt(clock.instant(), Act.Kind.RESOLVED, "deleted"));
        }
    }

    /** Whoever puts what is there already has changed nothing. */
    private void record(boolean there, Optional<Municipality> former, Municipality latter, String by, Instant now) {
        List<String> changed = former.map(known -> changes.between(known, latter))
                .orElse(List.of("all, since what was stored could not be read"));
        Deed deed = there ? Deed.MUNICIPALITY_CHANGED : Deed.MUNICIPALITY_CREATED;
        if (!there || !changed.isEmpty()) {
            @Nullable String fields = !there ? null : String.join(", ", changed);
            audit.record(by, deed, Subject.municipality(latter.id(), fields), now);
        }
    }
}
