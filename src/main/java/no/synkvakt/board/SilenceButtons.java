package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.PageRequest;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.SilenceRounds;
import no.synkvakt.casework.Silencing;
import no.synkvakt.casework.Standings;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Wording;
import org.jspecify.annotations.Nullable;

/** What the buttons of the page of silences do. */
@Singleton
class SilenceButtons {

    private static final int NOT_FOUND = 404;
    private static final PageRequest FEW = new PageRequest(0, 200);

    private final Silencing silencing;
    private final SilenceRounds rounds;
    private final Standings standings;
    private final Clock clock;
    private final SilenceMessages words;

    SilenceButtons(Silencing silencing, SilenceRounds rounds, Standings standings, Clock clock, MailSettings settings) {
        this.silencing = silencing;
        this.rounds = rounds;
        this.standings = standings;
        this.clock = clock;
        this.words = new Wording(settings.supportLanguage()).sentences(SilenceMessages.class);
    }

    /** What is wrong with the form, by field, in words; empty when it is kept quiet now. */
    Map<String, String> make(SilenceForm form, String by) {
        Map<String, String> errors = new TreeMap<>();
        Optional<Instant> from = form.from().isEmpty() ? Optional.empty() : SilenceForm.time(form.from());
        Optional<Instant> until = SilenceForm.time(form.until());
        Optional<UUID> id = Ids.uuid(form.id());
        Optional<String> owner = owner(form.municipality());
        note(errors, "from", form.from().isEmpty() || from.isPresent());
        note(errors, "until", until.isPresent());
        note(errors, "municipality", form.municipality().isEmpty() || owner.isPresent());
        if (errors.isEmpty()) {
            Silencing.Wish wish = new Silencing.Wish(
                    form.quiet(),
                    owner.orElse(null),
                    orNull(form.step()),
                    from.orElse(null),
                    until.orElseThrow(),
                    Optional.ofNullable(orNull(form.reason()))
                            .map(Characters::line)
                            .orElse(null));
            make(id.orElseGet(UUID::randomUUID), wish, by, errors);
        }
        return errors;
    }

    private void make(UUID id, Silencing.Wish wish, String by, Map<String, String> errors) {
        try {
            silencing.make(id, wish, by);
            rounds.go(clock.instant());
        } catch (ProblemException e) {
            e.problem().errors().stream().map(FieldError::field).forEach(field -> note(errors, field, false));
        }
    }

    /** Whether there was one to end. */
    boolean end(UUID id, String by) {
        try {
            silencing.end(id, by);
        } catch (ProblemException e) {
            if (e.problem().status() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
        rounds.go(clock.instant());
        return true;
    }

    /** Whom somebody means by a name, a number or a realm; empty when it is nobody, or may be several. */
    private Optional<String> owner(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        List<Standings.Standing> found = standings.search(null, typed, FEW).items();
        List<Standings.Standing> exact = found.stream()
                .filter(one -> one.id().equals(typed) || one.name().equalsIgnoreCase(typed))
                .toList();
        List<Standings.Standing> meant = exact.isEmpty() ? found : exact;
        return meant.size() == 1 ? Optional.of(meant.get(0).id()) : Optional.empty();
    }

    private void note(Map<String, String> errors, String field, boolean right) {
        if (!right) {
            errors.put(
                    field,
                    switch (field) {
                        case "municipality" -> words.whichOwner();
                        case "step" -> words.whichStep();
                        case "from" -> words.whenFrom();
                        case "until" -> words.whenUntil();
                        default -> words.whyLong();
                    });
        }
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
