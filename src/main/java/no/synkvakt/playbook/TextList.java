package no.synkvakt.playbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.municipality.Language;

/** Texts in order, as many in each language, at least one. */
@RegisterForReflection
public record TextList(
        @JsonProperty(required = true) List<String> nb,
        @JsonProperty(required = true) List<String> nn,
        @JsonProperty(required = true) List<String> en) {

    public TextList {
        Stream.of(nb, nn, en).flatMap(List::stream).forEach(Text::check);
        if (nb.isEmpty() || nb.size() != nn.size() || nb.size() != en.size()) {
            throw new IllegalArgumentException(
                    "nb has %d, nn %d and en %d texts; accepted: as many in each, at least one"
                            .formatted(nb.size(), nn.size(), en.size()));
        }
    }

    public List<String> in(Language language) {
        return switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }
}
