package no.synkvakt.feed;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.synkvakt.casework.EventsTogether;
import no.synkvakt.casework.Receipt;
import no.synkvakt.casework.SignsOfLife;
import no.synkvakt.cycle.StepEvent;

/** Takes in what rows tell that is not stored yet, the way of all reports. Nothing else is kept of what was seen. */
@Singleton
class RowIntake {

    private final AlreadyStored stored;
    private final EventsTogether together;
    private final SignsOfLife life;

    RowIntake(AlreadyStored stored, EventsTogether together, SignsOfLife life) {
        this.stored = stored;
        this.together = together;
        this.life = life;
    }

    /**
     * Takes in what is new; what is refused is set aside in the rows.
     *
     * @return how many events were new
     */
    int take(String source, Rows rows, Instant now) {
        Map<String, List<StepEvent>> news = rows.events(stored.events(source, rows.ids()));
        news.values().stream()
                .flatMap(List::stream)
                .map(StepEvent::time)
                .min(Comparator.naturalOrder())
                .ifPresent(oldest -> life.heard(source, oldest, now));
        Map<String, List<Receipt>> receipts = together.take(news, now);
        news.forEach((municipality, events) -> settle(rows, events, receipts.getOrDefault(municipality, List.of())));
        return (int) receipts.values().stream()
                .flatMap(List::stream)
                .filter(Receipt.Accepted.class::isInstance)
                .count();
    }

    private static void settle(Rows rows, List<StepEvent> events, List<Receipt> receipts) {
        for (int index = 0; index < events.size(); index++) {
            if (receipts.get(index) instanceof Receipt.Rejected refused) {
                rows.setAside(events.get(index), refused.error());
            }
        }
    }
}
