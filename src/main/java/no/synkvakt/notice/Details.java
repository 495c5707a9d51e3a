package no.synkvakt.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.municipality.Contact;
import no.synkvakt.stall.Act;
import org.jspecify.annotations.Nullable;

/** All that is known of a case, for support. */
final class Details {

    private final Facts.Owner owner;
    private final Facts.Case stall;
    private final Wording wording;
    private final List<Letter.Detail> list = new ArrayList<>();

    Details(Facts.Owner owner, Facts.Case stall, Wording wording) {
        this.owner = owner;
        this.stall = stall;
        this.wording = wording;
    }

    List<Letter.Detail> list() {
        return list(stall.acts());
    }

    /** For a page that has its own list of what was done. */
    List<Letter.Detail> withoutActs() {
        return list(List.of());
    }

    private List<Letter.Detail> list(List<Act> acts) {
        Messages messages = wording.messages();
        add(messages.detailOwner(), owner.name() + " (" + joined(owner.id(), owner.number()) + ")");
        add(messages.detailSis(), owner.sis().label() + " (" + owner.sis() + ")");
        add(messages.detailCycle(), stall.cycle());
        add(messages.detailStep(), stall.step());
        add(messages.detailVerdict(), wording.verdict(stall.verdict()) + " (" + stall.verdict() + ")");
        add(messages.detailSince(), time(stall.since()));
        add(messages.detailDue(), time(stall.dueAt()));
        add(messages.detailDetected(), time(stall.detectedAt()));
        add(messages.detailResolved(), stall.resolvedAt() == null ? null : time(stall.resolvedAt()));
        add(messages.detailTasks(), joinedOr(stall.remedy().tasks(), task -> task));
        add(messages.detailClientServer(), owner.clientServer());
        add(messages.detailDomainController(), owner.domainController());
        add(messages.detailContacts(), joinedOr(owner.contacts(), Details::contact));
        acts.forEach(act -> add(messages.detailActs(), wording.act(act)));
        add(messages.detailPlaybook(), stall.remedy().playbook());
        add(messages.detailStall(), stall.stall().toString());
        return List.copyOf(list);
    }

    private void add(String label, @Nullable String value) {
        if (value != null) {
            list.add(new Letter.Detail(label, value));
        }
    }

    private String time(Instant instant) {
        return wording.time(instant) + " (" + instant.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private static String contact(Contact contact) {
        return contact.name() == null ? contact.email() : contact.name() + ", " + contact.email();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static <T> @Nullable String joinedOr(List<T> items, Function<T, String> text) {
        return items.isEmpty() ? null : items.stream().map(text).collect(Collectors.joining("; "));
    }
}
