package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        Cycle cycle = telling.cycle();
        Optional<PlaybookEntry> entry = playbook.entry(stall.remedy.playbook());
        Instructions instructions = new Instructions(stall.remedy, telling.municipality(), new Wording(language));
        return new Facts.Case(
                stall.id,
                stall.cycle,
                labelOf(stall),
                stall.verdict,
                stall.since,
                stall.judgedUntil,
                stall.detectedAt,
                null,
                telling.sendAt(),
                cycle.step(Objects.requireNonNull(stall.step))
                        .map(run -> run.expected().duration())
                        .orElse(null),
                usual(stall, cycle),
                stall.escalatesAt(),
                telling.toAll() ? null : stall.waitsUntil(),
                stall.trouble,
                cycle.steps().stream().map(this::link).toList(),
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
    private @Nullable Duration usual(Stall stall, Cycle cycle) {
        String step = Objects.requireNonNull(stall.step);
        return cycle.step(step)
                .map(run -> run.expected().median())
                .or(() -> cycles.usualDuration(stall.municipality, step))
                .orElse(null);
    }

    String labelOf(Stall stall) {
        return stall.step == null ? "" : catalogue.labelOf(stall.step);
    }

    private static @Nullable String text(Optional<Text> text, Instructions instructions, Language language) {
        return text.map(known -> instructions.fill(known.in(language))).orElse(null);
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
