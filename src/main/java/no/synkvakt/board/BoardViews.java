package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Wording;
import org.jspecify.annotations.Nullable;

/** Puts together what the board shows, in support's language. */
@Singleton
class BoardViews {

    static final int PAGE = 100;

    private final StepCatalogue catalogue;
    private final Clock clock;
    private final Language language;
    private final BoardMessages words;
    private final StandingMessages states;
    private final Wording wording;

    BoardViews(StepCatalogue catalogue, MailSettings settings, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.language = settings.supportLanguage();
        this.wording = new Wording(language);
        this.words = wording.sentences(BoardMessages.class);
        this.states = wording.sentences(StandingMessages.class);
    }

    BoardView of(
            BoardReading reading,
            List<BoardView.Outage> outages,
            BoardFilter wanted,
            String live,
            @Nullable String told) {
        List<Owner> owners = reading.owners();
        BoardFilter filter = wanted.among(groups(owners));
        List<Owner> found = Owner.worstFirst(owners.stream().filter(filter::shows));
        int page = Math.min(filter.page(), Math.max(0, (found.size() - 1) / PAGE));
        int from = page * PAGE;
        int to = Math.min(from + PAGE, found.size());
        Instant now = clock.instant();
        String headline = headline(owners);
        return new BoardView(
                language.tag(),
                live,
                News.of(headline, told),
                filter.onPage(page),
                owners.size(),
                headline,
                outages,
                groups(owners, filter),
                new HearingNotes(words, wording).of(reading, now),
                states(owners, filter),
                found.subList(from, to).stream().map(owner -> row(owner, now)).toList(),
                found.size(),
                from + 1,
                page == 0 ? null : filter.onPage(page - 1).address(),
                to == found.size() ? null : filter.onPage(page + 1).address());
    }

    private String headline(List<Owner> owners) {
        int all = owners.size();
        int stalled = count(owners, Standing::isStalled);
        int unknown = count(owners, standing -> standing == Standing.UNKNOWN);
        if (unknown > 0) {
            return stalled > 0 ? words.someStalledSomeUnknown(stalled, all, unknown) : words.someUnknown(unknown, all);
        }
        return stalled > 0 ? words.someStalled(stalled, all) : words.noneStalled(all);
    }

    private static int count(List<Owner> owners, Predicate<Standing> kind) {
        return (int) owners.stream().map(Owner::standing).filter(kind).count();
    }

    /** Also a step that no owner waits for any more, and one that is in the catalogue no more and still waited for. */
    private Set<String> groups(List<Owner> owners) {
        return Stream.of(
                        Stream.of(Owner.MISSED),
                        catalogue.steps().stream().map(Step::id),
                        owners.stream().map(Owner::group))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    private List<BoardView.Group> groups(List<Owner> owners, BoardFilter filter) {
        Map<String, Long> counts = owners.stream()
                .filter(owner -> owner.standing().isStalled())
                .collect(Collectors.groupingBy(Owner::group, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(group -> new BoardView.Group(
                        labelOf(group.getKey()),
                        group.getValue().intValue(),
                        BoardFilter.ofStep(group.getKey()).address(),
                        group.getKey().equals(filter.step())))
                .toList();
    }

    private List<BoardView.Option> states(List<Owner> owners, BoardFilter filter) {
        Map<Standing, Long> counts = owners.stream()
                .collect(Collectors.groupingBy(
                        Owner::standing, () -> new EnumMap<>(Standing.class), Collectors.counting()));
        int stalled = (int) counts.entrySet().stream()
                .filter(count -> count.getKey().isStalled())
                .mapToLong(Map.Entry::getValue)
                .sum();
        Function<Standing, BoardView.Option> option = standing -> option(
                standing.name(),
                label(standing),
                counts.getOrDefault(standing, 0L).intValue(),
                filter);
        return Stream.concat(
                        Stream.of(option(BoardFilter.STALLED, states.stalled(), stalled, filter)),
                        Arrays.stream(Standing.values()).map(option))
                .toList();
    }

    private static BoardView.Option option(String value, String label, int count, BoardFilter filter) {
        return new BoardView.Option(value, label, count, value.equals(filter.state()));
    }

    private BoardView.Row row(Owner owner, Instant now) {
        @Nullable Instant since = owner.since();
        return new BoardView.Row(
                owner.name(),
                Stream.of(owner.number(), owner.id()).filter(Objects::nonNull).collect(Collectors.joining(" · ")),
                owner.stall() == null ? "/m/" + owner.id() : "/stalls/" + owner.stall(),
                owner.standing().tone(),
                label(owner.standing()),
                what(owner),
                since,
                since == null ? null : wording.shortTime(since, now),
                since == null || !owner.standing().isStalled() ? null : waited(Duration.between(since, now)),
                owner.isSetAside(),
                owner.isPartOfOutage());
    }

    private @Nullable String what(Owner owner) {
        if (owner.verdict() == null) {
            return null;
        }
        String verdict = wording.verdict(owner.verdict());
        String what = owner.step() == null ? verdict : catalogue.labelOf(owner.step()) + ": " + verdict;
        return owner.standing().isStalled() ? what : words.lastKnown(what);
    }

    private String waited(Duration duration) {
        return duration.toDays() < 2 ? wording.duration(duration) : words.days(duration.toDays());
    }

    private String labelOf(String group) {
        return group.equals(Owner.MISSED) ? states.missed() : catalogue.labelOf(group);
    }

    private String label(Standing standing) {
        return switch (standing) {
            case ESCALATED -> states.escalated();
            case OPEN -> states.open();
            case ACKNOWLEDGED -> states.acknowledged();
            case UNKNOWN -> states.unknown();
            case RUNNING -> states.running();
            case OK -> states.allRight();
            case NEVER_SEEN -> states.neverSeen();
        };
    }
}
