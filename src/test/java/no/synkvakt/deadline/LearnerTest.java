package no.synkvakt.deadline;

import static no.synkvakt.deadline.Teachers.minutes;
import static no.synkvakt.deadline.Teachers.nights;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a step may take, learned from its own runs. */
class LearnerTest {

    @Test
    void sevenRunsTeachNothing_eightDo() {
        assertThat(nights(7, 20).learned()).isEmpty();
        assertThat(nights(8, 20).learned()).isPresent();
    }

    @Test
    void runsThatAreAllAlike_leaveRoomAboveThemStill() {
        Learned learned = nights(30, 20).learned().orElseThrow();

        assertThat(learned.samples()).isEqualTo(30);
        assertThat(learned.median()).isEqualTo(minutes(20));
        assertThat(learned.limit()).isBetween(minutes(25), minutes(40));
    }
}
