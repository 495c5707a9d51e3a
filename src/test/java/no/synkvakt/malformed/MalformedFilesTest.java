package no.synkvakt.malformed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import no.synkvakt.base.BrokenFileException;
import no.synkvakt.municipality.StepCatalogues;
import no.synkvakt.playbook.Playbooks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of an operator that are no playbook, or no catalogue of steps: refused by file, line and reason, and soon. */
@Timeout(20)
class MalformedFilesTest {

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> playbooks() {
        return tests("playbook/cases.txt", Playbooks::read);
    }

    @TestFactory
    Stream<DynamicTest> stepCatalogues() {
        return tests("steps/cases.txt", StepCatalogues::read);
    }

    private Stream<DynamicTest> tests(String file, Function<Path, ?> reading) {
        return Case.tests(file, 4, one -> {
            Path written = Files.write(
                    directory.resolve("own.yaml"), Case.unescaped(one.written().replace("↵", "\n")));
            String line = one.expected().get(0);

            assertThatThrownBy(() -> reading.apply(written))
                    .isInstanceOf(BrokenFileException.class)
                    .hasMessageStartingWith(written + (line.equals("-") ? ": " : ", line " + line + ": "))
                    .hasMessageContaining(one.expected().get(1));
        });
    }
}
