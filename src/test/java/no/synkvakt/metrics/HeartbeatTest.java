package no.synkvakt.metrics;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MailRelay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service outside is called after each healthy minute, and after no other. */
@QuarkusTest
class HeartbeatTest extends FlowTest {

    @Inject
    Wellbeing wellbeing;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer service;
    private volatile int answer = 200;

    @BeforeEach
    void aServiceListens() throws IOException {
        HttpServer begun = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        begun.createContext("/", call -> {
            calls.add(call.getRequestMethod() + " " + call.getRequestURI());
            call.sendResponseHeaders(answer, -1);
            call.close();
        });
        begun.start();
        service = begun;
        tick();
    }

    @AfterEach
    void theServiceEnds() {
        Objects.requireNonNull(service).stop(0);
    }

    @Test
    void aHealthyMinuteIsToldToTheService() {
        heartbeat().beat();
        assertThat(calls).containsExactly("GET /ping/3f1c");
    }

    @Test
    void whoDoesNotTickIsSilent_andIsHeardAgainWithTheNextTick() {
        Heartbeat heartbeat = heartbeat();
        clock.advance(Duration.ofSeconds(31));
        heartbeat.beat();
        assertThat(calls).isEmpty();
        tick();
        heartbeat.beat();
        assertThat(calls).hasSize(1);
    }

    @Test
    void whoCannotReadTheDatabaseIsSilent() {
        sql("alter table outage rename to hidden");
        try {
            heartbeat().beat();
        } finally {
            sql("alter table hidden rename to outage");
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void whoseMailsDoNotLeaveIsSilentOnceAServerThatGreylistsWouldHaveTakenThem() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        MailRelay.goesDown();
        holdPasses();
        clock.advance(Duration.ofMinutes(14));
        tick();
        heartbeat().beat();
        assertThat(calls).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        tick();
        heartbeat().beat();
        assertThat(calls).hasSize(1);
    }

    @Test
    void whoLeavesLyingWhatIsDueIsSilent() {
        watched(lillestrom());
        engineOf(lillestrom()).starts("import-visma-flyt");
        sql("update cycle set due_at = '" + clock.instant().minusSeconds(60) + "'");
        heartbeat().beat();
        assertThat(calls).hasSize(1);
        sql("update cycle set due_at = '" + clock.instant().minusSeconds(62) + "'");
        heartbeat().beat();
        assertThat(calls).hasSize(1);
    }

    @Test
    void aServiceThatDoesNotAnswerHoldsUpNothing_andIsCalledAgain() {
        Heartbeat heartbeat = heartbeat();
        answer = 500;
        heartbeat.beat();
        Objects.requireNonNull(service).stop(0);
        heartbeat.beat();
        assertThat(calls).hasSize(1);
    }

    @Test
    void withoutAnAddressNobodyIsCalled() {
        new Heartbeat(Optional.empty(), wellbeing).beat();
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hc.example.org/secret",
                "ftp://hc.example.org/secret",
                "https://",
                "https:secret",
                "http://a b/secret"
            })
    void whatIsNoAddressStopsTheStartAndIsNotRepeated(String url) {
        assertThatThrownBy(() -> new Heartbeat(Optional.of(url), wellbeing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("synkvakt.heartbeat.url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whyACallFailedIsSaidWithoutTheAddress() {
        Objects.requireNonNull(service).stop(0);
        assertThat(new DeadMansSwitch(address()).call()).contains("ConnectException");
        assertThat(new DeadMansSwitch(URI.create("https://localhost:"
                                + Objects.requireNonNull(service).getAddress().getPort() + "/secret"))
                        .call())
                .hasValueSatisfying(why -> assertThat(why).doesNotContain("secret"));
    }

    private Heartbeat heartbeat() {
        return new Heartbeat(Optional.of(address().toString()), wellbeing);
    }

    private URI address() {
        return URI.create("http://localhost:"
                + Objects.requireNonNull(service).getAddress().getPort() + "/ping/3f1c");
    }
}
