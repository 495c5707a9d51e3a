package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import no.synkvakt.testing.FlowTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Nothing waits for the database for ever, and no limit of daily work breaks off a migration. */
@QuarkusTest
class TimeLimitsTest extends FlowTest {

    @Inject
    Flyway flyway;

    @AfterEach
    void mend() {
        sql("drop schema if exists slow cascade");
    }

    @Test
    void aDatabaseThatFallsSilentIsGivenUp() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
        }
    }

    @Test
    void theDatabaseEndsWhatIsStuck_beforeTheConnectionIsGivenUp() {
        assertThat(queried("show statement_timeout")).containsExactly("45s");
        assertThat(queried("show idle_in_transaction_session_timeout")).containsExactly("1min");
    }

    @Test
    void aMigrationMayTakeItsTime() {
        assertThatThrownBy(() -> migrate(new Callback[0])).isInstanceOf(FlywayException.class);
        assertThat(migrate(flyway.getConfiguration().getCallbacks())).isEqualTo(1);
    }

    private int migrate(Callback... callbacks) {
        return Flyway.configure()
                .dataSource(impatient())
                .schemas("slow")
                .locations("slow-migration")
                .callbacks(callbacks)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Half a second for a statement, one for an answer. */
    private PGSimpleDataSource impatient() {
        PGSimpleDataSource impatient = new PGSimpleDataSource();
        impatient.setUrl(setting("quarkus.datasource.jdbc.url"));
        impatient.setUser(setting("quarkus.datasource.username"));
        impatient.setPassword(setting("quarkus.datasource.password"));
        impatient.setSocketTimeout(1);
        impatient.setOptions("-c statement_timeout=500ms");
        return impatient;
    }

    private static String setting(String name) {
        return Objects.requireNonNull(ConfigProvider.getConfig().getValue(name, String.class));
    }
}
