package no.synkvakt.deadline;

import static no.synkvakt.deadline.Teachers.BOUNDS;
import static no.synkvakt.deadline.Teachers.minutes;
import static no.synkvakt.deadline.Teachers.nights;
import static no.synkvakt.deadline.Teachers.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a step may take, learned from its own runs. */
class LearnerTest {

    @Test
    void sevenRunsTeachNothing_eightDo() {
        assertThat(nights(7, 20).learned()).isEmpty();
        assertThat(nights(8, 20).learned().map(Learned::samples)).contains(8);
    }

    @Test
    void noMoreThanEightWeeksOfNightsAreLookedAt() {
        assertThat(nights(300, 20).learned().map(Learned::samples)).contains(Learner.MOST);
        assertThat(nights(300, 40).then(Learner.MOST, 20).learned())
                .isEqualTo(nights(Learner.MOST, 20).learned());
    }

    @Test
    void runsThatAreAllAlike_leaveRoomAboveThemStill() {
        Learned learned = nights(30, 20).learned().orElseThrow();

        assertThat(learned.median()).isEqualTo(minutes(20));
        assertThat(learned.spread()).isBetween(minutes(2), minutes(2.2));
        assertThat(learned.limit()).isBetween(minutes(22), minutes(60));
    }

    @Test
    void theMoreRunsDiffer_theMoreRoomThereIs() {
        assertThat(restless(1.5).limit()).isGreaterThan(restless(1.2).limit());
        assertThat(restless(1.2).limit()).isGreaterThan(restless(1).limit());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 119})
    void oneOutlierTeachesNothing(double minutes) {
        assertThat(nights(20, 20).then(1, minutes).then(10, 20).learned())
                .isEqualTo(nights(30, 20).learned());
    }

    @Test
    void aStepThatHasBecomeSlower_isNotAStallForEver() {
        Teachers threeNights = nights(30, 12).thenStalled(3, 60);
        assertThat(threeNights.learned())
                .as("outliers so far")
                .isEqualTo(nights(30, 12).learned());

        assertThat(threeNights.thenStalled(1, 60).learned())
                .as("the fourth in a row: a new level, of which too little is known")
                .isEmpty();
        assertThat(threeNights.thenStalled(1, 60).then(4, 60).learned())
                .isEqualTo(nights(8, 60).learned());
    }

    @Test
    void aStepThatHasBecomeFaster_hasAShorterLimitSoon() {
        assertThat(nights(30, 60).then(3, 12).learned())
                .isEqualTo(nights(30, 60).learned());
        assertThat(nights(30, 60).then(4, 12).learned()).isEmpty();
        assertThat(nights(30, 60).then(8, 12).learned()).isEqualTo(nights(8, 12).learned());
    }

    @Test
    void longAndShortOnesByTurns_areNoNewLevel() {
        Teachers teachers = nights(20, 20);
        for (int turn = 0; turn < 4; turn++) {
            teachers = teachers.thenStalled(1, 100).then(1, 2);
        }
        assertThat(teachers.learned()).isEqualTo(nights(20, 20).learned());
    }

    @Test
    void theSameNightOfThreeWeeks_isAHabit() {
        assertThat(weeks(2).learned().map(Learned::median)).contains(minutes(12));
        assertThat(weeks(2).learned().orElseThrow().limit()).isLessThan(minutes(70));

        assertThat(weeks(8).learned().orElseThrow().limit()).isGreaterThan(minutes(70));
        assertThat(weeks(8).learned().map(Learned::median)).contains(minutes(12));
    }

    @Test
    void stallsDoNotTeach_norDoRunsWhoseEndIsOnlyInferred() {
        assertThat(nights(7, 20).thenStalled(1, 20).learned()).isEmpty();
        assertThat(nights(7, 20).thenInferred(1, 20).learned()).isEmpty();
        assertThat(nobody().thenInferred(50, 20).learned()).isEmpty();
    }

    @Test
    void anOwnerWhoseStepHasBeenAStallEveryNight_isLearnedFromThem() {
        assertThat(nobody().thenStalled(7, 80).learned()).isEmpty();
        assertThat(nobody().thenStalled(8, 80).learned())
                .isEqualTo(nights(8, 80).learned());
    }

    @Test
    void noLimitIsShorterThanTheFloor_norLongerThanTheCap() {
        assertThat(nights(20, 0.1).learned().map(Learned::limit)).contains(BOUNDS.floor());
        assertThat(nights(20, 119).learned().map(Learned::limit)).contains(BOUNDS.cap());
    }

    @Test
    void aRunThatTookTheCapTeaches_aLongerOneDoesNot() {
        assertThat(nights(8, 120).learned()).isPresent();
        assertThat(nobody().then(8, BOUNDS.cap().plusNanos(1), false, false).learned())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1H", "PT2562047788015215H", "PT-2562047788015215H"})
    void durationsThatCannotBe_sayNothing(Duration odd) {
        assertThat(nights(8, 20).then(9, odd, false, false).learned())
                .isEqualTo(nights(8, 20).learned());
        assertThat(nobody().then(50, odd, false, true).learned()).isEmpty();
    }

    @Test
    void theShortestAndOldestRunsDoNoHarm() {
        List<Run> runs = new ArrayList<>();
        for (Instant at : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH)) {
            for (int run = 0; run < 8; run++) {
                runs.add(new Run(at, Duration.ofNanos(1), false, run % 2 == 0));
            }
        }
        assertThatCode(() -> Learner.of(runs, BOUNDS)).doesNotThrowAnyException();
        assertThat(Learner.of(List.of(), BOUNDS)).isEmpty();
    }

    /** Each Monday takes 70 minutes, the other nights twelve; a long one is called a stall when it is longer than was learned. */
    private static Teachers weeks(int weeks) {
        Teachers teachers = nights(8, 12);
        for (int week = 0; week < weeks; week++) {
            teachers = teachers.then(6, 12);
            Duration limit = teachers.learned().orElseThrow().limit();
            teachers = minutes(70).compareTo(limit) > 0 ? teachers.thenStalled(1, 70) : teachers.then(1, 70);
        }
        return teachers;
    }

    /** Every other run takes longer by that factor. */
    private static Learned restless(double factor) {
        Teachers teachers = nobody();
        for (int night = 0; night < 20; night++) {
            teachers = teachers.then(1, night % 2 == 0 ? 15 : 15 * factor);
        }
        return teachers.learned().orElseThrow();
    }
}
