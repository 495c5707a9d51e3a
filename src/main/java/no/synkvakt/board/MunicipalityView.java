package no.synkvakt.board;

import java.util.List;
import java.util.UUID;
import no.synkvakt.notice.Letter;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality's page shows.
 *
 * @param path of the page
 * @param token of the signed link that the reader came by; empty when they came otherwise
 * @param changes where the page is told of changes
 * @param news what the page says aloud
 * @param standing how things stand, where there is no stall, or nothing is known
 * @param isUnknown whether its engine is not heard, so that all else is what was known last
 * @param remarks what is kept quiet now, and which contacts cannot be mailed, a sentence each
 * @param answer what came of the button that was pressed last; null when none was
 */
record MunicipalityView(
        String language,
        String name,
        String path,
        String token,
        String changes,
        News news,
        @Nullable String answer,
        @Nullable String standing,
        boolean isUnknown,
        List<String> remarks,
        boolean isForStaff,
        @Nullable StallView stall,
        List<Letter.Row> chain,
        History history,
        Limits limits) {

    /** Without the token: it lets the reader in. */
    @Override
    public String toString() {
        return "the page of " + name;
    }

    /**
     * The stall, and what can be done about it.
     *
     * @param state what has been done so far; null when nothing has
     */
    record StallView(
            UUID id,
            Letter letter,
            @Nullable String state,
            @Nullable String quiet,
            boolean canAcknowledge,
            boolean canEscalate,
            boolean canSilence) {}

    /** Where a button posts to. */
    public String to(String button) {
        return path + "/" + button + query();
    }

    public String live() {
        return token.isEmpty() ? changes : changes + "&t=" + token;
    }

    /** Where staff can ask for quiet here. */
    public String silences() {
        return "/silence?municipality=" + path.substring("/m/".length());
    }

    public String here() {
        return path + query();
    }

    private String query() {
        return token.isEmpty() ? "" : "?t=" + token;
    }
}
