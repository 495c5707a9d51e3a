package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.testing.EventStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.PageLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page that listens is told over its connection, and when the connection ends. */
@QuarkusTest
@Timeout(60)
class LiveStreamsTest extends FlowTest {

    private static final Pattern ADDRESS = Pattern.compile("sse-connect=\"([^\"]+)\"");
    private static final EventStream.Heard LISTENING = new EventStream.Heard("", "", "listening");

    @Inject
    Live live;

    /** The pages that listen. */
    enum Listening {
        BOARD,
        MUNICIPALITY,
        STALL
    }

    @BeforeEach
    void lillestromStandsStill() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        assertThat(live.listeners()).as("left by another test").isZero();
    }

    @AfterEach
    void nobodyIsRemembered() {
        await().untilAsserted(() -> assertThat(live.listeners()).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void anEventComesWhenSomethingHasChanged_andOnlyThen(Listening page) {
        try (EventStream stream = listen(address(page), null)) {
            assertThat(stream.next()).contains(LISTENING);
            assertThat(nextAfterTwentySeconds(stream)).isEqualTo(LISTENING);
            engineOf(lillestrom()).fails("import-flyvo", "no route to host");
            EventStream.Heard event = stream.next().orElseThrow();
            assertThat(event.name()).isEqualTo("changed");
            assertThat(event.data()).isEqualTo(event.id());
            assertThat(address(page)).endsWith("?seen=" + event.id());
            assertThat(nextAfterTwentySeconds(stream)).isEqualTo(LISTENING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatChangedBeforeThePageListenedIsToldAtOnce(Listening page) {
        String before = address(page);
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        try (EventStream stream = listen(before, null)) {
            assertThat(stream.next()).contains(LISTENING);
            assertThat(stream.next().orElseThrow().name()).isEqualTo("changed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComesBackIsToldOfWhatChangedMeanwhile_andOfNothingElse(Listening page) {
        String address = address(page);
        String last;
        try (EventStream stream = listen(address, null)) {
            stream.next();
            engineOf(lillestrom()).fails("import-flyvo", "no route to host");
            last = stream.next().orElseThrow().id();
        }
        try (EventStream stream = listen(address, last)) {
            assertThat(stream.next()).contains(LISTENING);
            assertThat(nextAfterTwentySeconds(stream))
                    .as("the page has seen that already")
                    .isEqualTo(LISTENING);
        }
        engineOf(lillestrom()).starts("import-flyvo");
        stallOf(lillestrom()).escalate("now").statusCode(200);
        try (EventStream stream = listen(address, last)) {
            assertThat(stream.next()).contains(LISTENING);
            assertThat(stream.next().orElseThrow().id()).isNotEqualTo(last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOnItsWayKeepsWhatIsToldOrHoldsItBack(Listening page) {
        try (EventStream stream = listen(address(page), null)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.header("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void aPageIsNotToldOfAnothersChange() {
        watched(owner("other.example", "Other", "WIS"));
        try (EventStream stream = listen(address(Listening.MUNICIPALITY), null)) {
            stream.next();
            engineOf(owner("other.example", "Other", "WIS")).fails("import-sas", "no route to host");
            assertThat(nextAfterTwentySeconds(stream)).isEqualTo(LISTENING);
        }
    }

    @Test
    void aMailThatWasSentChangesTheStallsPage() {
        stallOf(lillestrom()).escalate("now").statusCode(200);
        try (EventStream stream = listen(address(Listening.STALL), null)) {
            stream.next();
            send();
            assertThat(stream.next().orElseThrow().name()).isEqualTo("changed");
        }
    }

    @Test
    void aConnectionIsNeverSilentForTwentySeconds() {
        try (EventStream stream = listen(address(Listening.BOARD), null)) {
            stream.next();
            clock.advance(Duration.ofSeconds(20).minusNanos(1000));
            engineOf(lillestrom()).fails("import-flyvo", "no route to host");
            assertThat(stream.next().orElseThrow().name())
                    .as("no comment before its time")
                    .isEqualTo("changed");
            assertThat(nextAfterTwentySeconds(stream)).isEqualTo(LISTENING);
            assertThat(nextAfterTwentySeconds(stream)).isEqualTo(LISTENING);
        }
    }

    @Test
    void aLinkIsGoodForAStreamUntilItExpires() {
        PageLink link = PageLink.in(mailsTo("ikt@lillestrom.example").get(0));
        String address = link.path() + "/live?t=" + link.token() + "&seen=" + seen(address(Listening.MUNICIPALITY));
        try (EventStream stream = EventStream.at(address, null, null)) {
            assertThat(stream.next()).contains(LISTENING);
            clock.set(SignedLinks.expiry(link.token()).minusNanos(1000));
            assertThat(stream.next()).contains(LISTENING);
            clock.set(SignedLinks.expiry(link.token()));
            assertThat(stream.next()).isEmpty();
        }
        try (EventStream stream = EventStream.at(address, null, null)) {
            assertThat(stream.status()).isEqualTo(401);
        }
    }

    @Test
    void whoHasAKeyListensHoweverOldALinkInTheirAddressIs() {
        PageLink link = PageLink.in(mailsTo("ikt@lillestrom.example").get(0));
        clock.set(SignedLinks.expiry(link.token()));
        try (EventStream stream = listen(address(Listening.MUNICIPALITY) + "&t=" + link.token(), null)) {
            assertThat(stream.next()).contains(LISTENING);
            assertThat(nextAfterTwentySeconds(stream)).isEqualTo(LISTENING);
        }
    }

    @Test
    void aListenerWhoGoesAwayIsForgotten_andTheOthersAreToldOn() {
        try (EventStream stays = listen(address(Listening.BOARD), null)) {
            try (EventStream goes = listen(address(Listening.BOARD), null)) {
                assertThat(List.of(stays.next(), goes.next())).containsOnly(Optional.of(LISTENING));
                assertThat(live.listeners()).isEqualTo(2);
            }
            await().untilAsserted(() -> assertThat(live.listeners()).isEqualTo(1));
            engineOf(lillestrom()).fails("import-flyvo", "no route to host");
            assertThat(stays.next().orElseThrow().name()).isEqualTo("changed");
        }
    }

    /** Where the page, as it is now, listens. */
    private String address(Listening page) {
        String html = as(Key.VIEWER).get(path(page)).asString();
        Matcher address = ADDRESS.matcher(html);
        assertThat(address.find()).isTrue();
        return address.group(1).replace("&amp;", "&");
    }

    private String path(Listening page) {
        return switch (page) {
            case BOARD -> "/";
            case MUNICIPALITY -> "/m/" + lillestrom().id();
            case STALL -> "/stalls/" + stallOf(lillestrom()).id();
        };
    }

    private static String seen(String address) {
        return address.substring(address.indexOf("seen=") + 5);
    }

    private static EventStream listen(String address, @Nullable String last) {
        return EventStream.at(address, Key.VIEWER, last);
    }

    private EventStream.Heard nextAfterTwentySeconds(EventStream stream) {
        clock.advance(Duration.ofSeconds(20));
        return Objects.requireNonNull(stream.next().orElse(null));
    }
}
