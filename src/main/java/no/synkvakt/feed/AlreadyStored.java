package no.synkvakt.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.synkvakt.cycle.EventName;
import no.synkvakt.cycle.Events;
import no.synkvakt.municipality.MunicipalityNames;

/** What Synkvakt knows already of what rows tell. Each question is a transaction of its own. */
@ApplicationScoped
class AlreadyStored {

    private final MunicipalityNames names;
    private final Events events;

    AlreadyStored(MunicipalityNames names, Events events) {
        this.names = names;
        this.events = events;
    }

    /** The ids of the municipalities that names mean. */
    @Transactional
    Map<String, Set<String>> owners(Collection<String> asked) {
        return names.meant(asked);
    }

    /** The ids of those of the source's events that are stored. */
    @Transactional
    Set<String> events(String source, Collection<String> ids) {
        return events.known(ids.stream().map(id -> new EventName(source, id)).toList()).stream()
                .map(EventName::id)
                .collect(Collectors.toSet());
    }
}
