package no.synkvakt.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.synkvakt.cycle.EventName;
import no.synkvakt.cycle.Events;
import no.synkvakt.municipality.Municipalities;

/** What Synkvakt knows already of what rows tell. Each question is a transaction of its own. */
@ApplicationScoped
class Known {

    private final Municipalities municipalities;
    private final Events events;

    Known(Municipalities municipalities, Events events) {
        this.municipalities = municipalities;
        this.events = events;
    }

    /** The ids of the municipalities that names mean. */
    @Transactional
    Map<String, Set<String>> owners(Collection<String> names) {
        return municipalities.meantBy(names);
    }

    /** The ids of those of the source's events that are stored. */
    @Transactional
    Set<String> events(String source, Collection<String> ids) {
        return events.known(ids.stream().map(id -> new EventName(source, id)).toList()).stream()
                .map(EventName::id)
                .collect(Collectors.toSet());
    }
}
