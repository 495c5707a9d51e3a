package no.synkvakt.municipality;

import no.synkvakt.testing.Shipped;

/** The rules of municipalities with the steps that Synkvakt comes with, for tests elsewhere. */
public final class ShippedRules {

    private ShippedRules() {}

    public static MunicipalityRules rules() {
        return new MunicipalityRules(Shipped.catalogue());
    }
}
