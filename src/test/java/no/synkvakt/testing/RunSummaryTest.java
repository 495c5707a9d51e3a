package no.synkvakt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.synkvakt.testing.RunSummary.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says at its end. */
class RunSummaryTest {

    @TempDir
    Path build;

    @Test
    void theTenSlowestClassesComeWithTheSecondsOfAllTheirTests_theSlowestFirst() {
        List<Reported> tests = new ArrayList<>(List.of(test("no.synkvakt.Slow", 3.5), test("no.synkvakt.Slow", 4)));
        IntStream.rangeClosed(1, 11).forEach(each -> tests.add(test("no.synkvakt.Class" + each, each * 0.1)));
        assertThat(RunSummary.lines(tests))
                .hasSize(11)
                .startsWith(
                        "The slowest of 12 test classes, of 14 s that tests took in all:",
                        "    7.5 s  no.synkvakt.Slow",
                        "    1.1 s  no.synkvakt.Class11")
                .doesNotContain("    0.2 s  no.synkvakt.Class2");
    }

    @Test
    void whatWasLeftOutIsOneLineForAClassAndAReason() {
        Reported leftOut = new Reported("no.synkvakt.Slow", 0, "takes minutes");
        assertThat(RunSummary.lines(List.of(leftOut, test("no.synkvakt.Fast", 0.1), leftOut)))
                .endsWith("Left out:", "  2 of no.synkvakt.Slow: takes minutes");
    }

    @Test
    void reportsOfBothKindsAreRead() throws Exception {
        write("surefire-reports", "<testcase name='a' classname='no.synkvakt.ATest' time='1,234.5'/>");
        write(
                "failsafe-reports",
                "<testcase name='b' classname='no.synkvakt.BIT' time='0'>"
                        + "<skipped message='Assumption failed: takes long'/></testcase>");
        assertThat(RunSummary.reports(build, Instant.EPOCH))
                .containsExactly(
                        new Reported("no.synkvakt.ATest", 1234.5, ""),
                        new Reported("no.synkvakt.BIT", 0, "takes long"));
    }

    @Test
    void reportsOfARunBeforeAreNot() throws Exception {
        write("surefire-reports", "<testcase name='a' classname='no.synkvakt.ATest' time='1'/>");
        Path report = build.resolve("surefire-reports").resolve("TEST-x.xml");
        Files.setLastModifiedTime(report, FileTime.from(SettableClock.NIGHT));
        assertThat(RunSummary.reports(build, SettableClock.NIGHT)).hasSize(1);
        assertThat(RunSummary.reports(build, SettableClock.NIGHT.plusMillis(1))).isEmpty();
    }

    private static Reported test(String className, double seconds) {
        return new Reported(className, seconds, "");
    }

    private void write(String folder, String test) throws Exception {
        Path file = Files.createDirectories(build.resolve(folder)).resolve("TEST-x.xml");
        Files.writeString(file, "<testsuite>" + test + "</testsuite>");
    }
}
