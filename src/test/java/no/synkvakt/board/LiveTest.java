package no.synkvakt.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.synkvakt.testing.SettableClock;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

/** How many looks it takes to tell those who listen. */
class LiveTest {

    private static final Topic STALL = Topic.stall("00000000-0000-0000-0000-000000000001");

    private final Database database = new Database();
    private final Live live = new Live(database, new SettableClock(), Duration.ofSeconds(2));

    @Test
    void howeverManyListenATickIsOneLook() {
        List<AssertSubscriber<OutboundSseEvent>> all = new ArrayList<>();
        for (int each = 0; each < 100; each++) {
            all.add(listen(each % 2 == 0 ? Topic.BOARD : STALL));
        }
        live.look();
        live.look();
        assertThat(database.looks).containsExactly(Set.of(Topic.BOARD, STALL), Set.of(Topic.BOARD, STALL));
        database.now.put(STALL, "2");
        live.look();
        assertThat(database.looks).hasSize(3);
        assertThat(told(all.get(0))).isEmpty();
        assertThat(told(all.get(1))).containsExactly("2");
        assertThat(told(all.get(99))).containsExactly("2");
    }

    @Test
    void whileNobodyListensNobodyLooks_andWhoComesThenIsTold() {
        live.look();
        listen(Topic.BOARD).cancel();
        live.look();
        assertThat(database.looks).isEmpty();
        assertThat(live.listeners()).isZero();
        AssertSubscriber<OutboundSseEvent> comes = listen(Topic.BOARD);
        database.now.put(Topic.BOARD, "2");
        live.look();
        assertThat(told(comes)).containsExactly("2");
    }

    @Test
    void oneWhoLeavesIsLookedForNoMore() {
        AssertSubscriber<OutboundSseEvent> leaves = listen(STALL);
        listen(Topic.BOARD);
        listen(Topic.BOARD).cancel();
        leaves.cancel();
        assertThat(live.listeners()).isEqualTo(1);
        live.look();
        assertThat(database.looks).containsExactly(Set.of(Topic.BOARD));
    }

    @Test
    void whatGoesBackToHowThePageShowsItIsAChangeToo() {
        AssertSubscriber<OutboundSseEvent> listener = listen(Topic.BOARD);
        for (String fingerprint : List.of("1", "2", "2", "1")) {
            database.now.put(Topic.BOARD, fingerprint);
            live.look();
        }
        assertThat(told(listener)).containsExactly("2", "1");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAskedAgain_andNobodyIsSentAway() {
        AssertSubscriber<OutboundSseEvent> listener = listen(Topic.BOARD);
        database.answers = false;
        live.look();
        listener.assertNotTerminated();
        database.answers = true;
        database.now.put(Topic.BOARD, "2");
        live.look();
        assertThat(told(listener)).containsExactly("2");
    }

    @Test
    void aSlowPageIsToldTheLatestOnceItHasTakenWhatCameBefore() {
        AssertSubscriber<OutboundSseEvent> slow =
                live.changes(new SseImpl(), Topic.BOARD, "1").subscribe().withSubscriber(AssertSubscriber.create(1));
        for (String fingerprint : List.of("2", "3")) {
            database.now.put(Topic.BOARD, fingerprint);
            live.look();
        }
        slow.request(1);
        live.look();
        assertThat(told(slow)).containsExactly("3");
    }

    @Test
    void looksThatWouldComeOneUponAnotherAreRefused() {
        assertThatThrownBy(() -> new Live(database, new SettableClock(), Duration.ofMillis(99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.live.every = PT0.099S; accepted: at least PT0.1S");
        assertThat(new Live(database, new SettableClock(), Duration.ofMillis(100)).listeners())
                .isZero();
    }

    private AssertSubscriber<OutboundSseEvent> listen(Topic topic) {
        return live.changes(new SseImpl(), topic, "1")
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private static List<String> told(AssertSubscriber<OutboundSseEvent> listener) {
        return listener.getItems().stream()
                .filter(event -> "changed".equals(event.getName()))
                .map(event -> String.valueOf(event.getData()))
                .toList();
    }

    /** Answers what it is given, and remembers what it was asked. */
    private static final class Database extends Fingerprints {

        private final List<Set<Topic>> looks = new ArrayList<>();
        private final Map<Topic, String> now = new HashMap<>(Map.of(Topic.BOARD, "1", STALL, "1"));
        private boolean answers = true;

        @SuppressWarnings("NullAway") // there is no database behind it
        Database() {
            super(null);
        }

        @Override
        Map<Topic, String> of(Set<Topic> topics) {
            looks.add(topics);
            if (!answers) {
                throw new IllegalStateException("out of order");
            }
            return Map.copyOf(now);
        }
    }
}
