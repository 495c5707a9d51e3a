package no.synkvakt.notice;

import java.util.List;

/** Draws a chain as eFeide's own screen does: ticks, circles, the first circle marked as the one waited for. */
final class ChainDrawing {

    private ChainDrawing() {}

    static List<Letter.Row> of(List<Facts.Link> links, Wording wording) {
        ChainMessages chain = wording.sentences(ChainMessages.class);
        return links.stream().map(link -> row(link, chain)).toList();
    }

    private static Letter.Row row(Facts.Link link, ChainMessages chain) {
        return switch (link.state()) {
            case DONE -> new Letter.Row("✓", link.label(), chain.done(), false);
            case CURRENT -> new Letter.Row("○", link.label(), chain.waited(), true);
            case FAILED -> new Letter.Row("✗", link.label(), chain.failed(), true);
            case HELD -> new Letter.Row("✗", link.label(), chain.held(), true);
            case PENDING -> new Letter.Row("○", link.label(), chain.pending(), false);
        };
    }
}
