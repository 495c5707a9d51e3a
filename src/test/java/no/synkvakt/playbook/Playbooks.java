package no.synkvakt.playbook;

import java.nio.file.Path;
import java.util.Optional;
import no.synkvakt.testing.Shipped;

/** Reads playbooks as a start does, for tests elsewhere. */
public final class Playbooks {

    private Playbooks() {}

    public static Playbook read(Path file) {
        return new PlaybookProducer().playbook(Optional.of(file), Shipped.catalogue());
    }
}
