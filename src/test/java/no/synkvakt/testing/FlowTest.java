package no.synkvakt.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
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
public abstract class FlowTest {

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
    void beginWithNothing() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
        sql("truncate municipality, event, cycle, stall, outage, notice, feed, attendance, silence cascade");
        MailRelay.recovers();
        Mailbox.empty();
        clock.set(SettableClock.NIGHT);
        learning.set(Learning.SHADOW);
    }

    /** A request with the key. */
    protected static RequestSpecification as(Key key) {
        return RestAssured.given().header("Authorization", key.header());
    }

    /** A request that an operator makes, with JSON. */
    protected static RequestSpecification operator() {
        return as(Key.OPERATOR).contentType(ContentType.JSON);
    }

    protected void watched(MunicipalityFixture... municipalities) {
        for (MunicipalityFixture municipality : municipalities) {
            operator()
                    .body(municipality.json())
                    .put("/api/v1/municipalities/" + municipality.id())
                    .then()
                    .statusCode(201);
        }
    }

    /** An operator puts another version of a municipality that is known. */
    protected void changed(MunicipalityFixture municipality) {
        operator()
                .body(municipality.json())
                .put("/api/v1/municipalities/" + municipality.id())
                .then()
                .statusCode(200);
    }

    protected void deleted(MunicipalityFixture municipality) {
        operator().delete("/api/v1/municipalities/" + municipality.id()).then().statusCode(204);
    }

    protected Engine engineOf(MunicipalityFixture municipality) {
        return new Engine(clock, municipality.id());
    }

    protected StatusOf statusOf(MunicipalityFixture municipality) {
        return new StatusOf(municipality.id());
    }

    /** The municipality's stalls, the newest first. */
    protected List<StallOf> stallsOf(MunicipalityFixture municipality) {
        return StallOf.all(municipality.id());
    }

    /** The municipality's stall that is not resolved; there has to be one. */
    protected StallOf stallOf(MunicipalityFixture municipality) {
        return StallOf.byId(statusOf(municipality).stallId().orElseThrow());
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

    protected List<Mail> mailsTo(String address) {
        return Mailbox.to(address);
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
