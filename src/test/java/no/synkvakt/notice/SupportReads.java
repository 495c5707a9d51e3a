package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.util.Optional;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.StepCatalogue;

/** An installation whose support reads another language than the one that is set, without another start. */
@Singleton
public class SupportReads {

    private final FactsWriter facts;
    private final StepCatalogue catalogue;

    SupportReads(FactsWriter facts, StepCatalogue catalogue) {
        this.facts = facts;
        this.catalogue = catalogue;
    }

    public MailSettings settings(Language language) {
        return new MailSettings(
                "synkvakt@synkvakt.example",
                "support@vendor.example",
                Optional.empty(),
                language.tag(),
                Optional.empty());
    }

    public Letters letters(Language language) {
        return new Letters(facts, catalogue, settings(language));
    }
}
