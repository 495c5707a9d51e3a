package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of another site makes a browser send is not what the person before it wants. */
class CrossSiteTest {

    @ParameterizedTest
    @CsvSource({
        // our own forms, whose origin is hidden, and the reload of what they answered
        "POST, synkvakt.example,      null,                          same-origin",
        "POST, synkvakt.example,      null,                          none",
        // a browser that knows no Sec-Fetch-Site, and one on plain HTTP
        "POST, synkvakt.example,      https://synkvakt.example,      ",
        "POST, synkvakt.example,      https://SYNKVAKT.example:443,  ",
        "POST, synkvakt.example:8080, http://synkvakt.example:8080,  ",
        "POST, synkvakt.example:80,   http://synkvakt.example,       ",
        // a program
        "POST, synkvakt.example,      ,                              ",
        // a link on another page, in a web mail
        "GET,  synkvakt.example,      ,                              cross-site",
        "HEAD, synkvakt.example,      ,                              cross-site",
    })
    void ourOwnPagesAndProgramsAsk(String method, String host, @Nullable String origin, @Nullable String site) {
        assertThat(CrossSite.asks(AskedBy.a(method, host, origin, site))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   synkvakt.example,      https://page.example,           cross-site",
        "POST,   synkvakt.example,      https://synkvakt.example,       cross-site",
        "POST,   synkvakt.example,      https://page.synkvakt.example,  same-site",
        "DELETE, synkvakt.example,      ,                               cross-site",
        "POST,   synkvakt.example,      https://page.example,           ",
        "POST,   synkvakt.example,      null,                           ",
        "POST,   synkvakt.example,      '',                             ",
        "POST,   synkvakt.example,      not a page,                     ",
        "POST,   synkvakt.example,      ftp://synkvakt.example,         ",
        "POST,   synkvakt.example:8080, http://synkvakt.example:8081,   ",
        "POST,   synkvakt.example,      https://synkvakt.example:8443,  ",
        "POST,   ,                      https://synkvakt.example,       ",
        "GET,    synkvakt.example,      https://page.example,           cross-site",
        "GET,    synkvakt.example,      https://page.example,           ",
    })
    void anotherSiteAsks(String method, @Nullable String host, @Nullable String origin, @Nullable String site) {
        assertThat(CrossSite.asks(AskedBy.a(method, host, origin, site))).isTrue();
    }
}
