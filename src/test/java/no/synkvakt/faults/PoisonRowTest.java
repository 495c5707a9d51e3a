package no.synkvakt.faults;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.cycle.EventType;
import no.synkvakt.deadline.Silence;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.hibernate.annotations.SQLRestriction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that nobody can read stops nobody else, and whoever looks at its owner is not met with an error. */
@QuarkusTest
class PoisonRowTest extends FlowTest {

    private static final MunicipalityFixture BAD = owner("bad.example", "Bad", "WIS");
    private static final MunicipalityFixture GOOD = owner("good.example", "Good", "WIS");
    private static final String OF_BAD = " where municipality = 'bad.example'";

    private static int runs;

    @AfterAll
    static void note() {
        Findings.note(
                "a poison row in cycle, event, notice, silence or learned",
                runs,
                new Audit(List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cycle set steps = '[{\"step\": 7, \"state\": \"NO_SUCH\"}]'",
                "cycle set steps = '{\"neither\": 7}'",
                "notice set facts = '[7]'",
                "notice set facts = '{\"owner\": 7}'",
                "event set trouble = '[7]'",
                "silence set kind = 'OF_TOMORROW'",
                "learned set limit_ms = -7",
            })
    void itStopsNobody_andItsOwnerCanBeLookedAtAndIsDoneInTheEnd(String poison) {
        watched(BAD, GOOD);
        engineOf(BAD).fails("import-sas", "no route");
        holdPasses();
        String stall = stallOf(BAD).id();
        sql("insert into silence (id, kind, municipality, from_at, until_at, made_by, made_at, apply_at)"
                + " select gen_random_uuid(), 'MAINTENANCE', id, created_at - interval '2 days',"
                + " created_at - interval '1 day', 'x', created_at, created_at from municipality"
                + " where id = 'bad.example'");
        sql("insert into learned values ('bad.example', 'import-sas', 1, 20, 1, 1)");
        sql("update " + poison + OF_BAD);
        engineOf(GOOD).fails("import-sas", "no route");
        tick();
        holdPasses();
        assertThat(mailsTo("ikt@good.example")).hasSize(1);
        assertCanBeLookedAt(stall);
        engineOf(BAD).completes("import-sas");
        assertThat(stallsOf(BAD).get(0).state()).isEqualTo("RESOLVED");
        assertCanBeLookedAt(stall);
        runs++;
    }

    /** As an event that a newer replica has stored, of a type that is yet to come. */
    @Test
    void anEventOfAnUnknownTypeChangesNothing() {
        watched(BAD);
        engineOf(BAD).ago(Duration.ofMinutes(1)).starts("import-sas");
        sql("update event set type = 'OF_TOMORROW'");
        engineOf(BAD).completes("import-sas").completesCycle();
        assertThat(statusOf(BAD).state()).isEqualTo("OK");
    }

    @Test
    void everyTypeAndKindThatThisVersionKnowsIsRead() throws ClassNotFoundException {
        assertKnowsAll(Class.forName("no.synkvakt.cycle.EventRow"), EventType.values());
        assertKnowsAll(Silence.class, Silence.Kind.values());
    }

    private static void assertKnowsAll(Class<?> entity, Enum<?>[] names) {
        String known = entity.getAnnotation(SQLRestriction.class).value();
        assertThat(known)
                .contains(Stream.of(names).map(name -> "'" + name.name() + "'").toList());
    }

    private static void assertCanBeLookedAt(String stall) {
        Stream.of(
                        "/api/v1/municipalities",
                        "/api/v1/municipalities/bad.example/status",
                        "/api/v1/stalls",
                        "/api/v1/stalls/" + stall,
                        "/",
                        "/m/bad.example",
                        "/stalls/" + stall)
                .forEach(path -> assertThat(as(Key.OPERATOR).get(path).statusCode())
                        .as(path)
                        .isEqualTo(200));
    }
}
