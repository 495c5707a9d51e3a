package no.synkvakt.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.synkvakt.municipality.Sis;
import no.synkvakt.notice.ListedNotice;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Outages;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An outage as the API shows it.
 *
 * @param step the id of the step that all of them wait for
 * @param label how eFeide's screen names the step
 * @param sis the student information system that all of them import from; null where it does not matter
 * @param since when its first stall was detected
 * @param overAt when none of its stalls was left; null while it lasts
 * @param stalls all that were ever part of it, as they were detected
 * @param notices what support was told of it as a whole
 * @param setAside what of it cannot be read; left out when all can
 */
@RegisterForReflection
record OutageView(
        UUID id,
        String step,
        String label,
        @Nullable Sis sis,
        Instant since,
        Instant formedAt,
        @Nullable Instant overAt,
        State state,
        List<Member> stalls,
        List<StallView.NoticeView> notices,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String setAside) {

    /** Whether it lasts. */
    enum State {
        OPEN,
        OVER
    }

    /**
     * A stall that is or was part of it.
     *
     * @param name the owner's; its id once it has been deleted
     */
    @RegisterForReflection
    record Member(
            UUID id,
            String municipality,
            String name,
            @Nullable StallState state,
            @Nullable Verdict verdict,
            Instant since,
            @Nullable Instant resolvedAt) {

        static Member of(Outages.Member stall, Map<String, String> names) {
            return new Member(
                    stall.id(),
                    stall.municipality(),
                    names.getOrDefault(stall.municipality(), stall.municipality()),
                    stall.state(),
                    stall.verdict(),
                    stall.since(),
                    stall.resolvedAt());
        }
    }

    static OutageView of(Outage outage, String label, List<Member> stalls, List<ListedNotice> notices) {
        return new OutageView(
                outage.id,
                outage.step,
                label,
                outage.sis,
                outage.since,
                outage.formedAt,
                outage.overAt,
                outage.isOver() ? State.OVER : State.OPEN,
                stalls,
                notices.stream().map(StallView.NoticeView::of).toList(),
                outage.unreadable()
                        .map(broken -> "It cannot be read: " + broken)
                        .orElse(null));
    }
}
