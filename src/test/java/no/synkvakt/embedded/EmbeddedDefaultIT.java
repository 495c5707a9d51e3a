package no.synkvakt.embedded;

import static io.restassured.RestAssured.given;
import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.PackagedSynkvakt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer gets who starts Synkvakt with nothing configured, but that time passes fast and that its log is JSON. */
class EmbeddedDefaultIT {

    private static final Map<String, String> FAST_AND_JSON = Map.of(
            "synkvakt.notice.hold", "1s",
            "synkvakt.watch.every", "1s",
            "quarkus.log.console.json.enabled", "true");

    @TempDir
    static Path dir;

    private static PackagedSynkvakt synkvakt;

    @BeforeAll
    static void start() {
        synkvakt = PackagedSynkvakt.launch(dir, FAST_AND_JSON).untilReady();
    }

    @AfterAll
    static void end() {
        if (synkvakt != null) {
            synkvakt.close();
        }
    }

    @Test
    void theDemoShowsAStall_itsMail_andItsAllClear() {
        await().atMost(Duration.ofMinutes(2))
                .until(synkvakt::log, log -> log.contains("Lillestrøm: Import FlyVo er i orden igjen"));
        assertThat(synkvakt.log())
                .contains("The demo plays.")
                .contains("Lillestrøm: Import FlyVo står stille")
                .contains("«eFeide Export FlyVO» eller «eFeide synkronisering»");
        given().get(synkvakt.url("/api/v1/stalls?municipality=lillestrom.example&state=RESOLVED"))
                .then()
                .statusCode(200)
                .body("items[0].step", equalTo("import-flyvo"));
        given().get(synkvakt.managementUrl("/q/health/ready")).then().statusCode(200);
    }

    /** The log as containers write it. */
    @Test
    void eachLineOfTheLogIsJson_andSaysOfWhomAndWhatItIs() {
        await().atMost(Duration.ofMinutes(2)).until(synkvakt::log, log -> log.contains("Sent notice"));
        JsonLog log = JsonLog.of(synkvakt.log());
        assertThat(log.firstOf("Sent notice").path("stall").asText()).isNotEmpty();
        assertThat(log.firstOf("Sent notice").path("municipality").asText()).endsWith(".example");
        assertThat(log.allOf("Stall OPENED")).contains(log.firstOf("Sent notice"));
        assertThat(log.linesButOf("LogTransport")).noneMatch(line -> line.contains("@"));
    }

    @Test
    void itListensOnThisMachineOnly_andAPageOfAnotherSiteIsNobody() throws SocketException {
        for (InetAddress address : otherAddresses()) {
            assertThatThrownBy(() -> connect(address, synkvakt.port()))
                    .as(address.toString())
                    .isInstanceOf(IOException.class);
        }
        given().get(synkvakt.url("/api/v1/stalls")).then().statusCode(200);
        given().header("Origin", "https://elsewhere.example")
                .get(synkvakt.url("/api/v1/stalls"))
                .then()
                .statusCode(401);
        given().header("Host", "elsewhere.example")
                .get(synkvakt.url("/api/v1/stalls"))
                .then()
                .statusCode(401);
        given().header("Sec-Fetch-Site", "cross-site")
                .header("Origin", synkvakt.url(""))
                .post(synkvakt.url("/silence"))
                .then()
                .statusCode(401);
    }

    @Test
    void whoeverSitsAtThisMachinePressesOurButtonsInABrowser() {
        try (Browser browser = Browser.wanted().open()) {
            browser.page().navigate(synkvakt.url("/silence"));
            browser.page().locator("#make").click();
            assertThat(browser.page().locator("main").innerText()).contains("Rett det som er merket");
        }
    }

    @Test
    void withKeysItAsksForThem_theDemoPlaysAllTheSame_andWhatIsStoredOutlivesARestart(@TempDir Path own) {
        try (PackagedSynkvakt keyed = PackagedSynkvakt.launch(own, StartIT.KEY).untilReady()) {
            given().get(keyed.url("/api/v1/stalls")).then().statusCode(401);
            given().header("Authorization", "Bearer secret")
                    .get(keyed.url("/api/v1/stalls"))
                    .then()
                    .statusCode(200);
            given().header("Authorization", "Bearer secret")
                    .contentType(ContentType.JSON)
                    .body(lillestrom().json())
                    .put(keyed.url("/api/v1/municipalities/lillestrom.kommune.no"))
                    .then()
                    .statusCode(201);
            await().until(keyed::log, log -> log.contains("The demo plays."));
        }
        assertThat(own.resolve(".synkvakt")).isDirectory();
        try (PackagedSynkvakt again =
                PackagedSynkvakt.launch(own, Map.of("synkvakt.demo", "false")).untilReady()) {
            given().get(again.url("/api/v1/municipalities/lillestrom.kommune.no"))
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("Lillestrøm"));
        }
    }

    private static List<InetAddress> otherAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }
}
