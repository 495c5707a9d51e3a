package no.synkvakt.stall;

import static no.synkvakt.stall.Audience.SELF_SERVICE;
import static no.synkvakt.stall.Audience.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** People are mailed again only if whose move it is or the tasks change. */
class RemedyTest {

    private static final Remedy KNOWN =
            new Remedy(SELF_SERVICE, "import-flyvo", List.of("eFeide Export FlyVO"), true, Where.CLIENT_SERVER, null);

    @Test
    void theSameRemedyAsksNothingElse() {
        assertThat(new Remedy(
                                SELF_SERVICE,
                                "import-flyvo",
                                List.of("eFeide Export FlyVO"),
                                true,
                                Where.CLIENT_SERVER,
                                null)
                        .asksOtherThan(KNOWN))
                .isFalse();
    }

    @Test
    void anotherAudienceAsksOther() {
        assertThat(with(SUPPORT, KNOWN.tasks()).asksOtherThan(KNOWN)).isTrue();
        assertThat(KNOWN.asksOtherThan(with(SUPPORT, KNOWN.tasks()))).isTrue();
    }

    @Test
    void otherTasksAskOther() {
        assertThat(with(SELF_SERVICE, List.of()).asksOtherThan(KNOWN)).isTrue();
        assertThat(with(SELF_SERVICE, List.of("eFeide synkronisering")).asksOtherThan(KNOWN))
                .isTrue();
        assertThat(with(SELF_SERVICE, List.of("eFeide Export FlyVO", "eFeide synkronisering"))
                        .asksOtherThan(KNOWN))
                .isTrue();
    }

    @Test
    void anotherEntryPlaceOrArticleAloneMailsNobodyAgain() {
        Remedy other = new Remedy(
                SELF_SERVICE,
                "synchronization-held",
                KNOWN.tasks(),
                false,
                Where.DOMAIN_CONTROLLER,
                "https://vendor.example/");

        assertThat(other.asksOtherThan(KNOWN)).isFalse();
    }

    private static Remedy with(Audience audience, List<String> tasks) {
        return new Remedy(audience, KNOWN.playbook(), tasks, true, Where.CLIENT_SERVER, null);
    }
}
