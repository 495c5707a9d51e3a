package no.synkvakt.notice;

import java.util.List;

/** Draws a chain as eFeide's own screen does: ticks, circles, the first circle marked as the one waited for. */
final class ChainDrawing {

    private ChainDrawing() {}

    static List<Letter.Row> of(List<Facts.Link> chain, Wording wording) {
        ChainMessages words = wording.sentences(ChainMessages.class);
        return chain.stream().map(link -> row(link, words)).toList();
    }

    private static Letter.Row row(Facts.Link link, ChainMessages words) {
        return switch (link.state()) {
            case DONE -> new Letter.Row("✓", link.label(), words.done(), false);
            case CURRENT -> new Letter.Row("○", link.label(), words.waited(), true);
            case FAILED -> new Letter.Row("✗", link.label(), words.failed(), true);
            case HELD -> new Letter.Row("✗", link.label(), words.held(), true);
            case PENDING -> new Letter.Row("○", link.label(), words.pending(), false);
        };
    }
}
