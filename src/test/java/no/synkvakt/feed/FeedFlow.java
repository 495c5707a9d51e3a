package no.synkvakt.feed;

import jakarta.inject.Inject;
import no.synkvakt.testing.FlowTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A test beside an engine's own database, which is empty at its beginning; Synkvakt looks when the test says so. */
abstract class FeedFlow extends FlowTest {

    static EngineTables tables;

    @Inject
    Looking looking;

    @BeforeAll
    static void start() {
        tables = new EngineTables();
    }

    @AfterAll
    static void end() {
        tables.close();
    }

    @BeforeEach
    void anEmptyEngine() {
        tables.execute("truncate job_run");
    }
}
