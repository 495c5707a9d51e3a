package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Stalls;

/** Gathers what support is told of an outage. */
@Singleton
class OutageFacts {

    private final Stalls stalls;
    private final Municipalities municipalities;
    private final StepCatalogue catalogue;

    OutageFacts(Stalls stalls, Municipalities municipalities, StepCatalogue catalogue) {
        this.stalls = stalls;
        this.municipalities = municipalities;
        this.catalogue = catalogue;
    }

    Facts of(Outage outage) {
        return Facts.of(new Facts.Common(
                outage.id,
                catalogue.labelOf(outage.step),
                outage.sis,
                outage.since,
                outage.overAt,
                outage.isOver() ? List.of() : affected(outage)));
    }

    private List<Facts.Affected> affected(Outage outage) {
        List<Stalls.Affected> affected = stalls.affected(outage.cause, outage.since);
        Map<String, String> names = municipalities.names(
                affected.stream().map(Stalls.Affected::municipality).toList());
        return affected.stream()
                .map(owner -> new Facts.Affected(
                        owner.municipality(),
                        names.getOrDefault(owner.municipality(), owner.municipality()),
                        owner.verdict(),
                        owner.since()))
                .toList();
    }
}
