package no.synkvakt.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.base.StoredEnum;
import no.synkvakt.municipality.Language;
import org.jspecify.annotations.Nullable;

/**
 * A notice as lists show it: without its mail and what that is made of, which are most of its row.
 *
 * @param stall the stall it is about; null when it is about an outage as a whole, or no stall
 * @param outage the outage it is about as a whole
 * @param storedKind its kind as it is stored, which may be one that this version does not know; the same goes for those below
 * @param recipient the address; null once it has been erased with its municipality
 */
public record ListedNotice(
        UUID id,
        @Nullable UUID stall,
        @Nullable UUID outage,
        String storedKind,
        String storedLanguage,
        String storedRole,
        String storedState,
        @Nullable String recipient,
        @Nullable Instant sentAt,
        String messageId,
        int attempts,
        @Nullable String lastError) {

    /** Why somebody is mailed; null when that cannot be read. */
    public @Nullable NoticeKind kind() {
        return StoredEnum.named(NoticeKind.class, storedKind);
    }

    /** How far it is on its way; null when that cannot be read. */
    public @Nullable NoticeState state() {
        return StoredEnum.named(NoticeState.class, storedState);
    }

    /** What of it cannot be read, as {@link Notice#unreadable()} tells it; empty when all can. */
    public Optional<String> unreadable() {
        String broken = Stream.of(
                        kind() == null ? "kind " + storedKind : "",
                        StoredEnum.named(Language.class, storedLanguage) == null ? "language " + storedLanguage : "",
                        StoredEnum.named(Role.class, storedRole) == null ? "audience" : "",
                        state() == null ? "state" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return broken.isEmpty() ? Optional.empty() : Optional.of(broken);
    }
}
