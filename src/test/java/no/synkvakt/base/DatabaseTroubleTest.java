package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes by itself is told from what is wrong with a row or a request. */
class DatabaseTroubleTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "25006", "40001", "40P01", "53300", "55P03", "57P01", "58030"})
    void aLostConnectionADeadlockOrAServerThatStopsIsTroubleWithTheDatabase(String state) {
        assertThat(DatabaseTrouble.isBehind(new SQLException("as the driver says", state)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P02", "23505", "25P02", "42P01", "P0001"})
    void aRowThatDoesNotFitIsNot(String state) {
        assertThat(DatabaseTrouble.isBehind(new SQLException("as the driver says", state)))
                .isFalse();
    }

    @Test
    void itIsFoundBehindOtherExceptions() {
        SQLException lost = new SQLException("lost", "08006");
        assertThat(DatabaseTrouble.isBehind(new IllegalStateException(new IllegalArgumentException(lost))))
                .isTrue();
        IllegalStateException atCommit = new IllegalStateException("rolled back");
        atCommit.addSuppressed(new IllegalStateException(lost));
        assertThat(DatabaseTrouble.isBehind(new IllegalStateException(atCommit)))
                .isTrue();
        assertThat(DatabaseTrouble.isBehind(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void causesThatGoInARingAreLookedAtOnce() {
        Exception one = new IllegalStateException("one");
        Exception other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(DatabaseTrouble.isBehind(one)).isFalse();
    }
}
