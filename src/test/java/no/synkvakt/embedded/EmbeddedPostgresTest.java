package no.synkvakt.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PostgreSQL of whoever has none keeps what it says it has stored. */
class EmbeddedPostgresTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"synchronous_commit", "fsync", "full_page_writes"})
    void aCommitOutlivesALossOfPower(String setting) throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedDefault.postgres(dir.resolve("data"));
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("show " + setting)) {
            assertThat(value.next()).isTrue();
            assertThat(value.getString(1)).isEqualTo("on");
        }
    }
}
