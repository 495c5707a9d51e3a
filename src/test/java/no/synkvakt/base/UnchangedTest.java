package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import no.synkvakt.testing.FlowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was read is shown again only where everything that has been committed by now is in it. */
@QuarkusTest
class UnchangedTest extends FlowTest {

    private static final String ADD = "insert into feed (source, seen_at) values ('%s', now())";

    @Inject
    EntityManager entityManager;

    private Unchanged<List<String>> sources;
    private int reads;

    @BeforeEach
    void nothingIsKnown() {
        sources = new Unchanged<>(entityManager);
        sql(ADD.formatted("first"));
    }

    @Test
    void whileNobodyCommitsAnythingItIsReadOnce() {
        assertThat(now()).containsExactly("first");
        assertThat(now()).containsExactly("first");
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void whatIsCommittedIsThereAtOnce() {
        now();
        sql(ADD.formatted("second"));
        assertThat(now()).containsExactly("first", "second");
        sql("delete from feed where source = 'first'");
        assertThat(now()).containsExactly("second");
    }

    @Test
    void whatIsCommittedWhileOthersReadIsThereForWhoeverAsksAfterThat() {
        sources.get(() -> {
            List<String> read = stored();
            sql(ADD.formatted("second"));
            return read;
        });
        assertThat(now()).containsExactly("first", "second");
    }

    @Test
    void ofTwoWhoWriteAtOnceEachIsSeenAsSoonAsItHasCommitted() throws SQLException {
        try (Connection slow = database.getConnection();
                Statement slowly = slow.createStatement()) {
            slow.setAutoCommit(false);
            slowly.execute(ADD.formatted("slow"));
            sql(ADD.formatted("swift"));
            assertThat(now()).containsExactly("first", "swift");
            slow.commit();
            assertThat(now()).containsExactly("first", "slow", "swift");
        }
    }

    private List<String> now() {
        return sources.get(this::stored);
    }

    private List<String> stored() {
        reads++;
        return queried("select source from feed order by source");
    }
}
