package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** The mail of a late step says how long it usually takes at that owner, however many are late in the same second. */
@QuarkusTest
class UsuallyDoneInTest extends FlowTest {

    private static final Duration LONGER_THAN_EXPECTED = Duration.ofHours(3);

    private final MunicipalityFixture quick = owner("quick.example", "Quick", "WIS");
    private final MunicipalityFixture slow = owner("slow.example", "Slow", "WIS");
    private final MunicipalityFixture recent = owner("new.example", "New", "WIS");

    @Test
    void eachOwnersOwnIsTold_andNothingOfWhomTooLittleIsKnown() {
        List.of(quick, slow, recent).forEach(this::watched);
        for (int night = 1; night <= 3; night++) {
            runs(quick, night, Duration.ofMinutes(11));
            runs(slow, night, Duration.ofMinutes(47));
            clock.advance(Duration.ofDays(1));
        }
        runs(recent, 1, Duration.ofMinutes(33));
        allAreLate();

        assertThat(mailTo(quick)).contains("vanligvis ferdig på 11 min");
        assertThat(mailTo(slow)).contains("vanligvis ferdig på 47 min");
        assertThat(mailTo(recent)).doesNotContain("vanligvis");
    }

    @Test
    void aRunThatCannotBeReadIsLeftOut() {
        watched(quick);
        for (int night = 1; night <= 4; night++) {
            runs(quick, night, Duration.ofMinutes(11));
        }
        sql("update cycle set steps = jsonb_set(steps, '{0,readyAt}', '\"yesterday\"') where id = 'night-4'");
        engineOf(quick).inCycle("tonight").startsCycle();
        pass(LONGER_THAN_EXPECTED);
        holdPasses();

        assertThat(mailTo(quick)).contains("vanligvis ferdig på 11 min");
    }

    private void runs(MunicipalityFixture owner, int night, Duration takes) {
        Engine engine = engineOf(owner).inCycle("night-" + night).startsCycle();
        clock.advance(takes);
        engine.completes("import-sas").completesCycle();
    }

    private void allAreLate() {
        List.of(quick, slow, recent)
                .forEach(owner -> engineOf(owner).inCycle("tonight").startsCycle());
        pass(LONGER_THAN_EXPECTED);
        holdPasses();
    }

    private String mailTo(MunicipalityFixture owner) {
        return mailsTo("ikt@" + owner.id()).get(0).text();
    }
}
