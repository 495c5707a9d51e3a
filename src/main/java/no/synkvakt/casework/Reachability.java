package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import no.synkvakt.municipality.Contact;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.notice.RefusedAddresses;
import no.synkvakt.notice.UnreachableNotices;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Stalls;

/** Whether a municipality's contacts can be mailed. Joins the commit in which it is noted what came of a mail. */
@ApplicationScoped
public class Reachability {

    private final Municipalities municipalities;
    private final Stalls stalls;
    private final RefusedAddresses refused;
    private final UnreachableNotices notices;
    private final Clock clock;

    Reachability(
            Municipalities municipalities,
            Stalls stalls,
            RefusedAddresses refused,
            UnreachableNotices notices,
            Clock clock) {
        this.municipalities = municipalities;
        this.stalls = stalls;
        this.refused = refused;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A server has refused a mail for good. When nobody is left who can be mailed there, support is told, once. Takes the
     * municipality's lock: the caller must hold no notice's.
     *
     * @param reason what the server said
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteRefusal(String municipality, String address, String reason) {
        if (municipalities.lockUnread(municipality)) {
            municipalities
                    .readable(municipality)
                    .filter(known -> isContact(known, address))
                    .ifPresent(known -> noteRefusal(known, address, reason));
        }
    }

    private void noteRefusal(Municipality municipality, String address, String reason) {
        boolean knownBefore = refused.areAll(municipality);
        refused.mark(municipality.id(), address, reason, clock.instant());
        if (!knownBefore && refused.areAll(municipality)) {
            Optional<Stall> stall = stalls.openAsStored(municipality.id())
                    .filter(open -> open.unreadable().isEmpty());
            notices.tell(municipality, stall.orElse(null), clock.instant());
        }
    }

    /** A mail was taken: whatever was said of that address is over. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteArrival(String municipality, String address) {
        refused.unmark(municipality, address);
    }

    private static boolean isContact(Municipality municipality, String address) {
        return municipality.contacts().stream().map(Contact::email).anyMatch(address::equalsIgnoreCase);
    }
}
