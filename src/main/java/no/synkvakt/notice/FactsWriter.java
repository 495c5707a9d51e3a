package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.playbook.Playbook;
import no.synkvakt.playbook.PlaybookEntry;
import no.synkvakt.playbook.Text;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import org.jspecify.annotations.Nullable;

/** Gathers what a notice has to tell. */
@Singleton
class FactsWriter {

    private final StepCatalogue catalogue;
    private final Playbook playbook;
    private final Cycles cycles;
    private final Map<Language, Wording> wordings = new ConcurrentHashMap<>();

    FactsWriter(StepCatalogue catalogue, Playbook playbook, Cycles cycles) {
        this.catalogue = catalogue;
        this.playbook = playbook;
        this.cycles = cycles;
    }

    Facts ofOwner(Municipality municipality, @Nullable String recipientName) {
        return Facts.of(owner(municipality, recipientName), null);
    }

    Facts of(NoticeWriter.Telling telling, Role role, @Nullable String recipientName, Language language) {
        Municipality municipality = telling.municipality();
        Facts facts = Facts.of(owner(municipality, recipientName), stall(telling, language));
        return role == Role.SUPPORT ? facts.forSupport(municipality.contacts()) : facts;
    }

    private Facts.Case stall(NoticeWriter.Telling telling, Language language) {
        Stall stall = telling.stall();
        Optional<Cycle> cycle = Optional.ofNullable(telling.cycle());
        Optional<String> step = Optional.ofNullable(stall.step);
        Optional<PlaybookEntry> entry = playbook.entry(stall.remedy.playbook());
        Instructions instructions = new Instructions(stall.remedy, telling.municipality(), wording(language));
        return new Facts.Case(
                stall.id,
                stall.cycle,
                cycle.filter(known -> stall.isMissedCycle())
                        .map(FactsWriter::last)
                        .orElse(null),
                labelOf(stall),
                stall.verdict,
                stall.since,
                stall.judgedUntil,
                stall.detectedAt,
                null,
                telling.sendAt(),
                step.flatMap(id -> cycle.flatMap(known -> known.step(id)))
                        .map(run -> run.expected().duration())
                        .orElse(null),
                step.flatMap(id -> usual(stall, id, cycle)).orElse(null),
                stall.escalatesAt(),
                telling.toAll() ? null : stall.waitsUntil(),
                stall.trouble,
                step.flatMap(id -> cycle)
                        .map(known -> known.steps().stream().map(this::link).toList())
                        .orElse(List.of()),
                stall.remedy,
                entry.map(PlaybookEntry::actions)
                        .map(actions -> instructions.fill(actions.in(language)))
                        .orElse(List.of()),
                text(entry.map(PlaybookEntry::note), instructions, language),
                text(entry.map(PlaybookEntry::supportHint), instructions, language),
                stall.state == StallState.ESCALATED,
                stall.acts,
                telling.replaced());
    }

    /** Where the limit was learned, what it was learned from; the same numbers wherever they are told. */
    private Optional<Duration> usual(Stall stall, String step, Optional<Cycle> cycle) {
        return cycle.flatMap(known -> known.step(step))
                .map(run -> run.expected().median())
                .or(() -> cycles.usualDuration(stall.municipality, step));
    }

    /** Looked up once: bundles are costly to find. */
    private Wording wording(Language language) {
        return wordings.computeIfAbsent(language, Wording::new);
    }

    String labelOf(Stall stall) {
        return stall.step == null ? "" : catalogue.labelOf(stall.step);
    }

    private static @Nullable String text(Optional<Text> text, Instructions instructions, Language language) {
        return text.map(known -> instructions.fill(known.in(language))).orElse(null);
    }

    private static Facts.Last last(Cycle cycle) {
        return new Facts.Last(cycle.id(), cycle.startedAt(), cycle.completedAt());
    }

    private Facts.Link link(StepRun run) {
        return new Facts.Link(catalogue.labelOf(run.step()), run.state());
    }

    private static Facts.Owner owner(Municipality municipality, @Nullable String recipientName) {
        return new Facts.Owner(
                municipality.id(),
                municipality.name(),
                municipality.number(),
                municipality.sis(),
                municipality.clientServer(),
                municipality.domainController(),
                recipientName,
                List.of());
    }
}
