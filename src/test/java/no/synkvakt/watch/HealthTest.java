package no.synkvakt.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics are open, and on the management port alone; ready is only who has ticked of late. */
@QuarkusTest
class HealthTest extends FlowTest {

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Test
    void whoHasTickedIsReadyForThreeIntervals_andNotAMomentMore() {
        tick();
        clock.advance(Duration.ofSeconds(30));
        assertThat(get("health/ready").statusCode()).isEqualTo(200);
        assertThat(check("health/ready", "tick").getString("status")).isEqualTo("UP");
        clock.advance(Duration.ofNanos(1000));
        assertThat(get("health/ready").statusCode()).isEqualTo(503);
        assertThat(check("health/ready", "tick").getString("status")).isEqualTo("DOWN");
        assertThat(check("health/ready", "tick").getString("data.lastTick")).isEqualTo("2026-11-23T01:00:00Z");
        tick();
        assertThat(get("health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aTickThatFailsDoesNotCountAsOne() {
        tick();
        clock.advance(Duration.ofSeconds(31));
        sql("alter table cycle rename to hidden");
        try {
            assertThatThrownBy(this::tick).isInstanceOf(RuntimeException.class);
        } finally {
            sql("alter table hidden rename to cycle");
        }
        assertThat(get("health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void readyTellsOfDatabaseSchemaAndTick() {
        tick();
        JsonPath ready = get("health/ready").jsonPath();
        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getList("checks.name", String.class)).anyMatch(name -> name.contains("Database"));
        assertThat(check("health/ready", "schema").getString("data.version"))
                .isEqualTo(versions().get(0));
    }

    @Test
    void whoseSchemaIsOlderThanItsCodeIsNotReady() {
        tick();
        String newest = versions().get(0);
        String before = versions().get(1);
        sql("create table kept as select * from flyway_schema_history where version = '" + newest + "'");
        try {
            sql("delete from flyway_schema_history where version = '" + newest + "'");
            assertThat(get("health/ready").statusCode()).isEqualTo(503);
            assertThat(check("health/ready", "schema").getString("status")).isEqualTo("DOWN");
            assertThat(check("health/ready", "schema").getString("data.version"))
                    .isEqualTo(before);
        } finally {
            sql("insert into flyway_schema_history select * from kept");
            sql("drop table kept");
        }
        assertThat(get("health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void whoDoesNotTickLivesAllTheSame() {
        tick();
        clock.advance(Duration.ofHours(1));
        assertThat(get("health/live").statusCode()).isEqualTo(200);
        assertThat(get("health/live").jsonPath().getString("status")).isEqualTo("UP");
    }

    @Test
    void startedIsWhoHasReadItsFilesAndTickedOnce() {
        tick();
        assertThat(get("health/started").statusCode()).isEqualTo(200);
        JsonPath started = check("health/started", "started");
        assertThat(started.getInt("data.steps")).isEqualTo(12);
        assertThat(started.getInt("data.playbookEntries")).isPositive();
    }

    @Test
    void metricsAreOpenToo() {
        assertThat(get("metrics").statusCode()).isEqualTo(200);
        assertThat(get("metrics").asString()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
    void thePublicPortHasNoneOfThem(String path) {
        assertThat(ProblemAnswer.of(as(Key.OPERATOR).get(path)).status()).isEqualTo(404);
        assertThat(ProblemAnswer.of(RestAssured.get(path)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/steps", "/api/v1/municipalities", "/ping/x/import-sas"})
    void theManagementPortHasNothingOfTheApi(String path) {
        assertThat(managed(path).statusCode()).isEqualTo(404);
    }

    private Response get(String path) {
        return managed("/q/" + path);
    }

    private Response managed(String path) {
        return RestAssured.given()
                .port(Objects.requireNonNull(management).getPort())
                .get(path);
    }

    private JsonPath check(String path, String name) {
        JsonPath answer = get(path).jsonPath();
        answer.setRootPath("checks.find { it.name == '" + name + "' }");
        return answer;
    }

    /** Of the schema's versions, the newest first. */
    private List<String> versions() {
        return queried("select version from flyway_schema_history order by installed_rank desc");
    }
}
