package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On loopback whoever is there is operator, but not a web page that somebody there has open. */
class LocalCallerTest {

    @ParameterizedTest
    @CsvSource({
        "localhost:8080,  ",
        "localhost,       ",
        "127.0.0.1:8080,  ",
        "[::1]:8080,      ",
        "localhost:8080,  http://localhost:8080",
        "[::1]:8080,      http://[::1]:8080",
    })
    void whoNamesThisMachineIsLocal(String host, @Nullable String origin) {
        assertThat(LocalCaller.isLocal(request(host, origin))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "rebound.example:8080,       ",
        "localhost.rebound.example,  ",
        "127.0.0.1.rebound.example,  ",
        "0.0.0.0:8080,               ",
        ",                           ",
        "localhost:8080,             http://page.example",
        "localhost:8080,             http://localhost:3000",
        "localhost:8080,             https://localhost.page.example",
        "localhost:8080,             http://localhost:8080.page.example",
        "localhost:8080,             http://page.example/localhost",
        "localhost:8080,             file://localhost",
        "localhost:8080,             null",
        "localhost:8080,             ''",
    })
    void whoNamesAnotherHostOrComesFromAnotherPageIsNot(@Nullable String host, @Nullable String origin) {
        assertThat(LocalCaller.isLocal(request(host, origin))).isFalse();
    }

    private static HttpServerRequest request(@Nullable String host, @Nullable String origin) {
        return AskedBy.a("GET", host, origin, null);
    }
}
