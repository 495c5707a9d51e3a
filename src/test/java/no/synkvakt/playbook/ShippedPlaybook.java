package no.synkvakt.playbook;

import java.util.Optional;
import no.synkvakt.base.YamlList;
import no.synkvakt.testing.Shipped;

/** The playbook that Synkvakt comes with, for whoever stands outside this package. */
public final class ShippedPlaybook {

    private ShippedPlaybook() {}

    public static Playbook playbook() {
        return PlaybookProducer.read(YamlList.of(Optional.empty(), "playbook.yaml"), Shipped.catalogue());
    }
}
