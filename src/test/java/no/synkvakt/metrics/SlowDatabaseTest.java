package no.synkvakt.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Scrape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prometheus gets its answer when the database gives none. */
@QuarkusTest
class SlowDatabaseTest extends FlowTest {

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Inject
    Gauges gauges;

    @Test
    void figuresThatAreBeingReadHoldUpNoScrape() throws SQLException {
        gauges.refresh();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table cycle, stall, notice in access exclusive mode");
            CompletableFuture<Void> reading = CompletableFuture.runAsync(gauges::refresh);
            assertThat(assertTimeoutPreemptively(Duration.ofMinutes(1), this::scrape)
                            .value("synkvakt_oldest_unsent_notice_seconds"))
                    .isZero();
            assertThat(reading).isNotDone();
            other.rollback();
            reading.join();
        }
    }

    private Scrape scrape() {
        return Scrape.of(Objects.requireNonNull(management).getPort());
    }
}
