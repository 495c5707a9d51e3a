package no.synkvakt.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Stalls;

/** Writes what support is told of an outage as a whole. The caller holds the outage's lock. */
@ApplicationScoped
public class OutageNotices {

    private final Outbox outbox;
    private final Drafts drafts;
    private final Stalls stalls;
    private final OutageFacts facts;

    OutageNotices(Outbox outbox, Drafts drafts, Stalls stalls, OutageFacts facts) {
        this.outbox = outbox;
        this.drafts = drafts;
        this.stalls = stalls;
        this.facts = facts;
    }

    /** Tells support, once; as long as nobody has tried to send that, it lists who is affected by now. */
    public void tell(Outage outage, Instant now, Instant sendAt) {
        if (stalls.affected(outage.cause, outage.since).isEmpty()) {
            return;
        }
        Optional<Notice> told = outbox.ofOutage(outage.id).stream().findFirst();
        if (told.isEmpty()) {
            write(NoticeKind.OUTAGE, outage, now).sendAt = sendAt;
        } else {
            outbox.getEntityManager().refresh(told.get(), LockModeType.PESSIMISTIC_WRITE);
            if (told.get().state == NoticeState.PENDING && told.get().attempts == 0) {
                told.get().tells(facts.of(outage));
            }
        }
    }

    /** The outages that support is about to be told of. */
    public List<UUID> untold() {
        return outbox.untoldOutages();
    }

    /** Sets when support may be told, unless somebody has tried to. */
    public void postpone(Outage outage, Instant sendAt) {
        outbox.postponeOutage(outage.id, sendAt);
    }

    /** Reminds support, who must act. */
    public void remind(Outage outage, Instant now) {
        write(NoticeKind.REMINDER, outage, now);
    }

    /** The outage is over: calls off what nobody was told, and gives support the all-clear for what it was. */
    public void giveAllClear(Outage outage, Instant now) {
        outbox.cancelUnattemptedOfOutage(outage.id);
        List<Notice> alarms = outbox.notClearedOfOutage(outage.id);
        if (!alarms.isEmpty()) {
            Notice allClear = write(NoticeKind.RESOLVED, outage, now);
            allClear.answers = allClear.answers == null ? alarms.get(0).messageId : allClear.answers;
            outbox.flush();
            outbox.clear(alarms.stream().map(alarm -> alarm.id).toList(), allClear.id);
        }
    }

    private Notice write(NoticeKind kind, Outage outage, Instant now) {
        Notice notice = drafts.toSupport(kind, facts.of(outage), now);
        notice.outage = outage.id;
        notice.answers = outbox.ofOutage(outage.id).stream()
                .filter(earlier -> earlier.attempts > 0)
                .findFirst()
                .map(first -> first.messageId)
                .orElse(null);
        outbox.persist(notice);
        return notice;
    }
}
