package no.synkvakt.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Objects;
import no.synkvakt.testing.FlowTest;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While an upgrade rolls out, replicas of the version before go on, and start anew, on the schema of the next one. */
@QuarkusTest
class NewerSchemaTest extends FlowTest {

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Inject
    Flyway flyway;

    @BeforeEach
    void theNextVersionHasMigrated() {
        sql("""
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (9999, '9999', 'what is to come', 'SQL', 'V9999__what_is_to_come.sql', 1, 'next', 1, true)""");
    }

    @AfterEach
    void goBack() {
        sql("delete from flyway_schema_history where version = '9999'");
    }

    @Test
    void theVersionBeforeStillStarts() {
        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }

    @Test
    void theVersionBeforeStaysReady() {
        tick();
        assertThat(RestAssured.given()
                        .port(Objects.requireNonNull(management).getPort())
                        .get("/q/health/ready")
                        .statusCode())
                .isEqualTo(200);
    }
}
