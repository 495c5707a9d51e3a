package no.synkvakt.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.notice.ListedNotice;
import no.synkvakt.notice.NoticeKind;
import no.synkvakt.notice.NoticeState;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A stall as the API shows it.
 *
 * @param outage the outage it is part of
 * @param replaces the stall of another step whose place it took
 * @param trouble what the engine said when the step failed or was held
 * @param acts what has been done about it, oldest first
 * @param setAside why the watcher cannot hand it over or remind of it, and tries it again later, or what of it cannot be read, and is null;
 *     left out when it can
 */
@RegisterForReflection
record StallView(
        UUID id,
        String municipality,
        @Nullable String cycle,
        @Nullable String step,
        @Nullable Verdict verdict,
        Instant since,
        Instant dueAt,
        Instant detectedAt,
        @Nullable StallState state,
        @Nullable Instant resolvedAt,
        @Nullable Remedy remedy,
        @Nullable UUID outage,
        @Nullable UUID replaces,
        @Nullable Trouble trouble,
        @Nullable List<Act> acts,
        List<NoticeView> notices,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String setAside) {

    /**
     * A notice as the API shows it.
     *
     * @param setAside what of it cannot be read; left out when all can
     */
    @RegisterForReflection
    record NoticeView(
            UUID id,
            @Nullable NoticeKind kind,
            @Nullable String to,
            @Nullable NoticeState state,
            @Nullable Instant sentAt,
            String messageId,
            int attempts,
            @Nullable String lastError,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String setAside) {

        static NoticeView of(ListedNotice notice) {
            return new NoticeView(
                    notice.id(),
                    notice.kind(),
                    notice.recipient(),
                    notice.state(),
                    notice.sentAt(),
                    notice.messageId(),
                    notice.attempts(),
                    notice.lastError(),
                    notice.unreadable()
                            .map(broken -> "It cannot be read: " + broken)
                            .orElse(null));
        }
    }

    static StallView of(Stall stall, List<ListedNotice> notices) {
        return new StallView(
                stall.id,
                stall.municipality,
                stall.cycle,
                stall.step,
                stall.verdict,
                stall.since,
                stall.dueAt,
                stall.detectedAt,
                stall.state,
                stall.resolvedAt,
                stall.remedy,
                stall.outage,
                stall.replaces,
                stall.trouble,
                stall.acts,
                notices.stream().map(NoticeView::of).toList(),
                stall.unreadable().map(broken -> "It cannot be read: " + broken).orElse(stall.setAside));
    }
}
