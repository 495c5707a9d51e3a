package no.synkvakt.casework;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.base.GroupCommit;
import no.synkvakt.base.ProblemException;
import org.jboss.logging.Logger;

/**
 * Takes pings, together what comes at the same time. Whose lock somebody else holds, who pings twice at once, and whose ping cannot
 * be processed keeps nobody else waiting: these are taken alone.
 */
@Singleton
public class PingsTogether {

    private static final Logger LOG = Logger.getLogger(PingsTogether.class);

    private static final int MOST = 64;

    private final PingIntake intake;
    private final GroupCommit<Ping, PingIntake.Outcome> commits;

    PingsTogether(PingIntake intake) {
        this.intake = intake;
        this.commits = new GroupCommit<>(EventsTogether.LANES, MOST, this::tryToTake);
    }

    /**
     * Takes in that a step is done, has begun or has failed.
     *
     * @return empty when no municipality has that key
     * @throws ProblemException 422 when the step is not in the municipality's chain
     */
    public Optional<Ping.Answer> take(Ping ping) {
        PingIntake.Outcome outcome = commits.ask(ping);
        if (outcome instanceof PingIntake.Outcome.Refused refused) {
            throw refused.why();
        }
        return outcome instanceof PingIntake.Outcome.Answered answered ? answered.answer() : intake.take(ping);
    }

    private List<PingIntake.Outcome> tryToTake(List<Ping> pings) {
        try {
            return intake.takeFree(pings);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e)) {
                throw e;
            }
            LOG.debugf(e, "%d pings are taken one by one", pings.size());
            return Collections.nCopies(pings.size(), new PingIntake.Outcome.Left());
        }
    }
}
