package no.synkvakt.board;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a button: the page that it leads back to says so. */
enum Pressed {
    ACKNOWLEDGE,
    ESCALATE,
    SILENCE,
    /** Nothing, since the stall is over. */
    OVER,
    /** Nothing, since the time that was asked for is none. */
    WHEN;

    /** The query parameter of a page that a button has led back to. */
    static final String DONE = "done";

    /** Null for what is none: the address may have been typed. */
    static @Nullable Pressed of(@Nullable String done) {
        return Stream.of(values())
                .filter(pressed -> pressed.label().equals(done))
                .findFirst()
                .orElse(null);
    }

    Response backTo(UriBuilder page, Object id) {
        return Response.seeOther(page.queryParam(DONE, label()).build(id)).build();
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
