package no.synkvakt.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.synkvakt.cycle.StepState;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.municipality.Contact;
import no.synkvakt.municipality.Sis;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * All that a notice tells, as it was known when the notice was written: a mail says the same however late it is sent.
 *
 * @param owner whom it is about; null when it is not of one school owner
 * @param of what it is about; null for a test
 * @param outage what it is about, to support
 * @param silence what it is about, to the operator
 * @param unreachable what it is about, to support
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        @Nullable Owner owner,
        @Nullable Case of,
        @Nullable Common outage,
        @Nullable Silence silence,
        @Nullable Unreachable unreachable) {

    static Facts of(Owner owner, @Nullable Case stall) {
        return new Facts(owner, stall, null, null, null);
    }

    static Facts of(Common outage) {
        return new Facts(null, null, outage, null, null);
    }

    static Facts of(Silence silence) {
        return new Facts(null, null, null, silence, null);
    }

    /** That nobody at the owner can be mailed. */
    Facts with(Unreachable nobody) {
        return new Facts(owner, null, null, null, nobody);
    }

    /** The owner of a notice that is of one. */
    Owner theOwner() {
        return Objects.requireNonNull(owner, "a notice of one owner has its facts");
    }

    /** The same for support, who must know whom to reach. */
    Facts forSupport(List<Contact> contacts) {
        return of(theOwner().with(contacts), of);
    }

    /** What an all-clear tells those who had an alarm with these facts. */
    Facts cleared(Stall stall, String step, Instant now, @Nullable String otherStep) {
        return of(theOwner(), Objects.requireNonNull(of).cleared(stall, step, now, otherStep));
    }

    /**
     * The school owner.
     *
     * @param recipientName how the recipient is addressed
     * @param contacts whom support can reach there
     */
    @RegisterForReflection
    public record Owner(
            String id,
            String name,
            @Nullable String number,
            Sis sis,
            @Nullable String clientServer,
            @Nullable String domainController,
            @Nullable String recipientName,
            List<Contact> contacts) {

        Owner with(List<Contact> known) {
            return new Owner(id, name, number, sis, clientServer, domainController, recipientName, known);
        }
    }

    /**
     * The stall.
     *
     * @param last where no cycle began, the one before; null for other stalls
     * @param step the label of the step to blame; empty where no cycle began
     * @param toldAt when it is told
     * @param expected how long the step may take
     * @param usual how long the step usually takes at this owner; null when too few runs are known
     * @param escalatesAt when the clock hands it to support; null when it is there already, or somebody has acted
     * @param waitsUntil until when it is seen whether what somebody did helps; null when nobody has acted, or something else
     *     is asked now
     * @param actions what the admin does, in the notice's language
     * @param note said to the admin beside the actions
     * @param supportHint said to support
     * @param withSupport support has been told of it
     * @param otherStep in an alarm, the label of the step whose stall this one replaces; in an all-clear, of the step
     *     whose stall replaces this one
     */
    @RegisterForReflection
    public record Case(
            UUID stall,
            @Nullable String cycle,
            @Nullable Last last,
            String step,
            Verdict verdict,
            Instant since,
            Instant dueAt,
            Instant detectedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant toldAt,
            @Nullable Duration expected,
            @Nullable Duration usual,
            @Nullable Instant escalatesAt,
            @Nullable Instant waitsUntil,
            @Nullable Trouble trouble,
            List<Link> chain,
            Remedy remedy,
            List<String> actions,
            @Nullable String note,
            @Nullable String supportHint,
            boolean withSupport,
            List<Act> acts,
            @Nullable String otherStep) {

        Case cleared(Stall over, String ofStep, Instant at, @Nullable String replacedBy) {
            return new Case(
                    over.id,
                    cycle,
                    last,
                    ofStep,
                    verdict,
                    since,
                    dueAt,
                    detectedAt,
                    at,
                    at,
                    expected,
                    usual,
                    null,
                    null,
                    trouble,
                    List.of(),
                    remedy,
                    List.of(),
                    null,
                    null,
                    withSupport,
                    over.acts,
                    replacedBy);
        }
    }

    /**
     * An outage.
     *
     * @param step the label of the step that all wait for
     * @param sis the student information system that all import from; null where it does not matter
     * @param since when its first stall was detected
     * @param stalls the open ones, as they were detected; none when it is over
     */
    @RegisterForReflection
    public record Common(
            UUID outage,
            String step,
            @Nullable Sis sis,
            Instant since,
            @Nullable Instant overAt,
            List<Affected> stalls) {}

    /** An owner who is affected by an outage. */
    @RegisterForReflection
    public record Affected(String id, String name, @Nullable Verdict verdict, Instant since) {}

    /**
     * A source of which nothing is heard.
     *
     * @param since when it was last heard
     * @param backAt when it was heard again; null while it is silent
     * @param owners whose latest event came from it
     */
    @RegisterForReflection
    public record Silence(
            String source, Instant since, @Nullable Instant backAt, long owners) {}

    /**
     * That nobody at a school owner can be mailed.
     *
     * @param stall what stands still there; null when nothing does
     * @param step the label of the step that stands still there; null when nothing does, empty where no cycle began
     * @param since when that has waited since; null when nothing does
     */
    @RegisterForReflection
    public record Unreachable(
            @Nullable UUID stall,
            @Nullable String step,
            @Nullable Instant since,
            List<Refused> contacts) {}

    /** A contact whose mails are refused, and what the mail server said. */
    @RegisterForReflection
    public record Refused(String address, String reason) {}

    /** A cycle that ran before. */
    @RegisterForReflection
    public record Last(
            String cycle, Instant startedAt, @Nullable Instant completedAt) {}

    /** One step of the chain as eFeide's screen draws it. */
    @RegisterForReflection
    public record Link(String label, StepState state) {}
}
