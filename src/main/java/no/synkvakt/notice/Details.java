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
import no.synkvakt.stall.Verdict;
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
        DetailMessages detail = wording.sentences(DetailMessages.class);
        add(detail.owner(), owner.name() + " (" + joined(owner.id(), owner.number()) + ")");
        add(detail.sis(), owner.sis().label() + " (" + owner.sis() + ")");
        add(detail.cycle(), stall.cycle());
        add(detail.last(), stall.last() == null ? null : last(stall.last()));
        add(detail.step(), stall.step().isEmpty() ? null : stall.step());
        add(detail.verdict(), wording.verdict(stall.verdict()) + " (" + stall.verdict() + ")");
        add(detail.since(), time(stall.since()));
        add(stall.verdict() == Verdict.MISSED ? detail.startBy() : detail.due(), time(stall.dueAt()));
        add(detail.detected(), time(stall.detectedAt()));
        add(detail.resolved(), stall.resolvedAt() == null ? null : time(stall.resolvedAt()));
        add(detail.tasks(), joinedOr(stall.remedy().tasks(), task -> task));
        add(detail.clientServer(), owner.clientServer());
        add(detail.domainController(), owner.domainController());
        add(detail.contacts(), joinedOr(owner.contacts(), Details::contact));
        acts.forEach(act -> add(detail.acts(), wording.act(act)));
        add(detail.playbook(), stall.remedy().playbook());
        add(detail.stall(), stall.stall().toString());
        return List.copyOf(list);
    }

    private void add(String label, @Nullable String value) {
        if (value != null) {
            list.add(new Letter.Detail(label, value));
        }
    }

    private String last(Facts.Last last) {
        return last.cycle() + ", " + time(last.startedAt());
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
