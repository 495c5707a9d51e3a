package no.synkvakt.testing;

import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import no.synkvakt.deadline.Learning;
import no.synkvakt.mail.Sender;
import no.synkvakt.watch.Watch;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test of the whole of Synkvakt on real parts, from the outside: through its API, its clock, its SMTP server. Each begins
 * with nothing stored, an empty mailbox and the clock at {@link SettableClock#NIGHT}; tick and sender run when the test
 * says so.
 */
@QuarkusTestResource(RealParts.class)
public abstract class FlowTest extends FromOutside {

    @Inject
    protected SettableClock clock;

    @Inject
    protected SettableLearning learning;

    @Inject
    protected DataSource database;

    @Inject
    Watch watch;

    @Inject
    Sender sender;

    @BeforeEach
    protected void beginWithNothing() {
        clean();
        MailRelay.recovers();
        Mailbox.empty();
        clock.set(SettableClock.NIGHT);
        learning.set(Learning.SHADOW);
    }

    /** Nothing is stored any more. */
    protected void clean() {
        new DatabaseCleaner(database).clean();
    }

    protected Engine engineOf(MunicipalityFixture municipality) {
        return new Engine(clock, municipality.id());
    }

    /** Time passes, and the watcher ticks at the end of it. */
    protected void pass(Duration duration) {
        clock.advance(duration);
        tick();
    }

    /** Synkvakt has been watching all the while. */
    protected void tick() {
        sql("update attendance set ticked_at = '" + clock.instant() + "' where ticked_at < '" + clock.instant() + "'");
        watch.tick();
    }

    /** Synkvakt was down for that long; then the watcher ticks. */
    protected void isDown(Duration duration) {
        clock.advance(duration);
        watch.tick();
    }

    /** The sender tries what may be sent now. */
    protected void send() {
        sender.send();
    }

    /** The hold passes, and the sender sends. */
    protected void holdPasses() {
        clock.advance(Duration.ofSeconds(60));
        send();
    }

    protected void sql(String statement) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What a query answers: the first column of each row. */
    protected List<String> queried(String query) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(String.valueOf(rows.getString(1)));
            }
            return answers;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
