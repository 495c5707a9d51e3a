package no.synkvakt.access;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However its address is spelt, a ping key is shown to an operator alone. */
@QuarkusTest
class PingKeyGuardTest extends FlowTest {

    @BeforeEach
    void thereIsAPingKey() {
        watched(lillestrom());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key/",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key//",
                "/api/v1/municipalities/lillestrom.kommune.no//ping-key",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key;x",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key;x=y",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key;/",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key/;",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key/;x=y/",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key;%2F",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key;;a=b;c",
                "/api/v1/municipalities/lillestrom.kommune.no/;/ping-key",
                "/api/v1/municipalities/lillestrom.kommune.no;a=b/ping-key",
                "/api/v1/municipalities;x/lillestrom.kommune.no/ping-key",
                "/api/v1;x/municipalities/lillestrom.kommune.no/ping-key",
                "/api;x/v1/municipalities/lillestrom.kommune.no/ping-key",
                "/api/v1/municipalities/lillestrom.kommune.no/ping%2Dkey",
                "/api/v1/municipalities/lillestrom.kommune.no/%70ing-key",
                "/api/v1/municipalities/lillestrom.kommune.no/%2570ing-key",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key%3Bx",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key%2F",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key%00",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key%20",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key%0A",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key.json",
                "/api/v1/municipalities/lillestrom.kommune.no/PING-KEY",
                "/api/v1/municipalities/lillestrom.kommune.no/./ping-key",
                "/api/v1/municipalities/lillestrom.kommune.no/x/../ping-key",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key/x/..",
                "/api/v1/municipalities/lillestrom.kommune.no/ping-key?x=/status",
                "/api/v1/municipalities/lillestrom.kommune.no/status/../ping-key",
                "/api/v1/municipalities/lillestrom.kommune.no%2Fping-key",
                "/api/v1/municipalities/lillestrom%2Ekommune%2Eno/ping-key",
                "/api/v1/municipalities/%6Cillestrom.kommune.no/ping-key",
                "//api/v1/municipalities/lillestrom.kommune.no/ping-key",
                "/api//v1/municipalities/lillestrom.kommune.no/ping-key",
                "/ping/../api/v1/municipalities/lillestrom.kommune.no/ping-key",
                "/ping/..;/api/v1/municipalities/lillestrom.kommune.no/ping-key",
                "/ping/..%2Fapi/v1/municipalities/lillestrom.kommune.no/ping-key",
                "/ping/%2e%2e/api/v1/municipalities/lillestrom.kommune.no/ping-key",
                "/q/openapi/../../api/v1/municipalities/lillestrom.kommune.no/ping-key",
                "http://localhost/api/v1/municipalities/lillestrom.kommune.no/ping-key"
            })
    void nobodyElseGetsItByAnotherSpelling(String address) {
        String pingKey = operator()
                .get("/api/v1/municipalities/lillestrom.kommune.no/ping-key")
                .jsonPath()
                .getString("pingKey");
        for (String method : new String[] {"GET", "POST"}) {
            for (Key key : new Key[] {Key.VIEWER, Key.INGEST, null}) {
                RawHttp.Answer answer = RawHttp.ask(method, address, key);
                assertThat(answer.status()).isBetween(400, 499);
                assertThat(answer.body()).doesNotContain(pingKey).doesNotContain("pingKey\"");
            }
        }
    }
}
