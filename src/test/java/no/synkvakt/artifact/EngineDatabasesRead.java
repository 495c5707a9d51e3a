package no.synkvakt.artifact;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import no.synkvakt.testing.ArtifactTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StatusOf;
import org.junit.jupiter.api.Test;

/** What was built reads engine databases by itself: a PostgreSQL to the all-clear, a SQL Server as far as there is one. */
abstract class EngineDatabasesRead extends ArtifactTest {

    @Test
    void aStepThatStandsStillInTheRowsOfAnEngineIsToldOf_andThatItIsDone() {
        MunicipalityFixture owner = owner("rows.example", "Rows", "WIS").expecting("import-sas", AT_ONCE);
        watched(owner);
        EngineParts.execute(
                "insert into job_run values ('Rows', 'tonight', 'Import SAS', now() at time zone 'UTC', null)");
        assertThat(mailTo("ikt@rows.example", "STALL", owner).text()).contains("Import SAS");

        EngineParts.execute("update job_run set ended = now()");
        mailTo("ikt@rows.example", "RESOLVED", owner);
        assertThat(look("/feed/efeide").getInt("rows")).isEqualTo(1);
        as(Key.VIEWER).get("/feeds").then().statusCode(200);
    }

    @Test
    void whatASqlServerSaysIsShown() {
        JsonPath look = until(() -> look("/feed/shut"), now -> now.get("error") != null);
        assertThat(look.getString("error")).startsWith(EngineParts.REFUSAL);
    }

    @Test
    void whatASqlServersRowsTellIsTaken() {
        MunicipalityFixture owner = owner("door.example", EngineParts.OWNER, "WIS");
        watched(owner);
        StatusOf status = until(() -> statusOf(owner), now -> now.state().equals("RUNNING"));
        assertThat(status.<String>step("import-sas", "startedAt")).isEqualTo(EngineParts.BEGUN + "Z");
        assertThat(status.<String>step("import-sas", "finishedAt")).isEqualTo(EngineParts.BEGUN.plusSeconds(1) + "Z");
    }

    private static JsonPath look(String source) {
        JsonPath all = as(Key.VIEWER).get("/api/v1/looks").jsonPath();
        int place = all.getList("items.source", String.class).indexOf(source);
        return new JsonPath(as(Key.VIEWER).get("/api/v1/looks").asString()).setRootPath("items[" + place + "]");
    }
}
