package no.synkvakt.notice;

import java.util.List;

/** Draws a chain as eFeide's own screen does: ticks, circles, the first circle marked as the one waited for. */
final class ChainDrawing {

    private ChainDrawing() {}

    static List<Letter.Row> of(List<Facts.Link> chain, Wording wording) {
        return chain.stream().map(link -> row(link, wording.messages())).toList();
    }

    private static Letter.Row row(Facts.Link link, Messages messages) {
        return switch (link.state()) {
            case DONE -> new Letter.Row("✓", link.label(), messages.stateDone(), false);
            case CURRENT -> new Letter.Row("○", link.label(), messages.stateWaited(), true);
            case FAILED -> new Letter.Row("✗", link.label(), messages.stateFailed(), true);
            case HELD -> new Letter.Row("✗", link.label(), messages.stateHeld(), true);
            case PENDING -> new Letter.Row("○", link.label(), messages.statePending(), false);
        };
    }
}
