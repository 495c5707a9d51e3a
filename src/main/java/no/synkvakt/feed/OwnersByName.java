package no.synkvakt.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import no.synkvakt.municipality.Municipalities;

/** Asks which municipalities names mean. */
@ApplicationScoped
class OwnersByName {

    private final Municipalities municipalities;

    OwnersByName(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    @Transactional
    Map<String, Set<String>> of(Collection<String> names) {
        return municipalities.meantBy(names);
    }
}
