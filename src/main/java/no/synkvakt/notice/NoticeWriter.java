package no.synkvakt.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.synkvakt.base.AtHand;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.municipality.Contact;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Stall;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes notices into the outbox: who is told what, in the commit of what causes it. */
@ApplicationScoped
public class NoticeWriter {

    private static final Logger LOG = Logger.getLogger(NoticeWriter.class);

    private final Outbox outbox;
    private final FactsWriter factsWriter;
    private final MailSettings settings;
    private final Drafts drafts;
    private final AtHand<UUID, Boolean> newStalls;

    NoticeWriter(
            Outbox outbox,
            FactsWriter factsWriter,
            MailSettings settings,
            Drafts drafts,
            TransactionSynchronizationRegistry transaction) {
        this.newStalls = new AtHand<>(transaction);
        this.drafts = drafts;
        this.outbox = outbox;
        this.factsWriter = factsWriter;
        this.settings = settings;
    }

    /**
     * What there is to tell of a stall.
     *
     * @param cycle the one it is about; where none began, the municipality's last; null when there is none any more
     * @param replaced the label of the step whose stall this one takes the place of
     * @param toAll whether those are told too who have been told of the stall before
     */
    public record Telling(
            Municipality municipality,
            Stall stall,
            @Nullable Cycle cycle,
            @Nullable String replaced,
            Instant now,
            Instant sendAt,
            boolean toAll) {

        public Telling toEverybody() {
            return new Telling(municipality, stall, cycle, replaced, now, sendAt, true);
        }

        public Telling toThoseNotTold() {
            return new Telling(municipality, stall, cycle, replaced, now, sendAt, false);
        }
    }

    /** Tells every contact of a stall. */
    public void tellAdmins(Telling telling) {
        for (Contact contact : recipients(telling.municipality())) {
            tell(telling, NoticeKind.STALL, Role.ADMIN, contact);
        }
    }

    /**
     * Tells every contact who knows nothing of the stall yet that it is part of an outage.
     *
     * @param owed who is told although they know of it: {@link #adminsAboutToBeTold}
     */
    public void tellAdminsOfOutage(Telling telling, Set<String> owed) {
        for (Contact contact : recipients(telling.municipality())) {
            boolean isOwed = owed.contains(Addresses.key(contact.email()));
            tell(isOwed ? telling.toEverybody() : telling.toThoseNotTold(), NoticeKind.OUTAGE, Role.ADMIN, contact);
        }
    }

    /** The addresses of the contacts to whom something is about to be said of the stall that nobody has tried to send yet. */
    public Set<String> adminsAboutToBeTold(Stall stall) {
        return outbox.ofStall(stall.id).stream()
                .filter(notice -> notice.state == NoticeState.PENDING && notice.attempts == 0)
                .filter(notice -> notice.role == Role.ADMIN && notice.recipient != null)
                .map(notice -> Addresses.key(String.valueOf(notice.recipient)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells support of a stall that is theirs. */
    public void tellSupport(Telling telling) {
        tell(telling, NoticeKind.ESCALATION, Role.SUPPORT, new Contact(settings.supportEmail(), null));
    }

    /** Tells every contact who knows of the stall that it is with support now, since it was not solved. */
    public void tellAdminsOfHandover(Telling telling) {
        List<Notice> before = attempted(telling.stall());
        recipients(telling.municipality()).stream()
                .filter(contact -> before.stream().anyMatch(notice -> notice.isTo(Role.ADMIN, contact.email())))
                .forEach(contact -> tell(telling, NoticeKind.ESCALATION, Role.ADMIN, contact));
    }

    /** Reminds those in that role. */
    public void remind(Telling telling, Role role) {
        List<Contact> contacts = role == Role.SUPPORT
                ? List.of(new Contact(settings.supportEmail(), null))
                : recipients(telling.municipality());
        contacts.forEach(contact -> tell(telling, NoticeKind.REMINDER, role, contact));
    }

    /** Whether somebody in that role has had, or may have had, a mail about the stall. */
    public boolean hasTold(Stall stall, Role role) {
        return attempted(stall).stream().anyMatch(notice -> notice.role == role);
    }

    /** The stall is opened by this transaction: there is nothing that anybody could have been told. */
    public void nobodyKnowsOf(Stall stall) {
        newStalls.put(stall.id, true);
    }

    private List<Notice> attempted(Stall stall) {
        boolean isNew = newStalls.get(stall.id, Optional::empty).isPresent();
        return isNew ? List.of() : outbox.attempted(stall.id);
    }

    private void tell(Telling telling, NoticeKind kind, Role role, Contact contact) {
        Stall stall = telling.stall();
        List<Notice> before = attempted(stall);
        boolean told = before.stream().anyMatch(notice -> notice.isTo(role, contact.email()));
        if (telling.municipality().notifies() && (telling.toAll() || !told)) {
            Facts facts = factsWriter.of(telling, role, contact.name(), languageOf(role, telling.municipality()));
            Notice notice = notice(telling.municipality(), stall.id, kind, role, contact.email(), facts, telling.now());
            notice.sendAt = telling.sendAt();
            notice.answers = firstOf(before, role, contact.email());
            outbox.persist(notice);
        }
    }

    /** Sends each contact a mail that says it is a test, whether or not the municipality is to be notified of stalls. */
    public List<Notice> test(Municipality municipality, Instant now) {
        return recipients(municipality).stream()
                .map(contact -> test(municipality, contact, now))
                .toList();
    }

    private Notice test(Municipality municipality, Contact contact, Instant now) {
        Facts facts = factsWriter.ofOwner(municipality, contact.name());
        Notice notice = notice(municipality, null, NoticeKind.TEST, Role.ADMIN, contact.email(), facts, now);
        outbox.persist(notice);
        return notice;
    }

    /**
     * Gives the all-clear to everybody whom an attempted alarm of the municipality was for and who has had none since.
     *
     * @param except those who are told otherwise
     * @param other the label of the step whose stall takes this one's place; null when it is over
     */
    public void giveAllClear(
            Municipality municipality, Stall stall, Set<Role> except, @Nullable String other, Instant now) {
        Map<String, List<Notice>> owed = outbox.notCleared(municipality.id()).stream()
                .filter(alarm ->
                        alarm.unreadable().isEmpty() && alarm.recipient != null && !except.contains(alarm.role))
                .collect(Collectors.groupingBy(
                        alarm -> alarm.role + " " + Addresses.key(String.valueOf(alarm.recipient)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        owed.values().forEach(alarms -> tryToGiveAllClear(municipality, stall, alarms, other, now));
    }

    /** An alarm that can no longer be read must not keep the stall open. */
    private void tryToGiveAllClear(
            Municipality municipality, Stall stall, List<Notice> alarms, @Nullable String other, Instant now) {
        try {
            giveAllClear(municipality, stall, alarms, other, now);
        } catch (UncheckedIOException e) {
            LOG.errorf(e, "The notice %s cannot be read; nobody gets an all-clear for it", alarms.get(0).id);
        }
    }

    private void giveAllClear(
            Municipality municipality, Stall stall, List<Notice> alarms, @Nullable String other, Instant now) {
        Notice first = alarms.get(0);
        Facts facts = first.facts().cleared(stall, factsWriter.labelOf(stall), now, other);
        String recipient = String.valueOf(first.recipient);
        Notice allClear = notice(municipality, stall.id, NoticeKind.RESOLVED, first.role, recipient, facts, now);
        allClear.language = first.language;
        allClear.answers = first.answers == null ? first.messageId : first.answers;
        outbox.persistAndFlush(allClear);
        outbox.clear(alarms.stream().map(alarm -> alarm.id).toList(), allClear.id);
    }

    private Notice notice(
            Municipality municipality,
            @Nullable UUID stall,
            NoticeKind kind,
            Role role,
            String recipient,
            Facts facts,
            Instant now) {
        Notice notice = drafts.of(kind, role, recipient, languageOf(role, municipality), facts, now);
        notice.municipality = municipality.id();
        notice.stall = stall;
        return notice;
    }

    private Language languageOf(Role role, Municipality municipality) {
        return role == Role.SUPPORT ? settings.supportLanguage() : municipality.language();
    }

    /** The mail that a later one answers: the recipient's own first, else the first there was. */
    private static @Nullable String firstOf(List<Notice> before, Role role, String recipient) {
        return before.stream()
                .filter(notice -> notice.isTo(role, recipient))
                .findFirst()
                .or(() -> before.stream().findFirst())
                .map(notice -> notice.messageId)
                .orElse(null);
    }

    /** Who is mailed: one mail per address, however often the address is given. */
    private static List<Contact> recipients(Municipality municipality) {
        Map<String, Contact> byAddress = new LinkedHashMap<>();
        municipality.contacts().forEach(contact -> byAddress.putIfAbsent(Addresses.key(contact.email()), contact));
        return List.copyOf(byAddress.values());
    }
}
