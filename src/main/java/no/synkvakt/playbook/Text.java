package no.synkvakt.playbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.synkvakt.base.Characters;
import no.synkvakt.base.PlainText;
import no.synkvakt.municipality.Language;

/** One text in each language. */
@RegisterForReflection
public record Text(
        @JsonProperty(required = true) String nb,
        @JsonProperty(required = true) String nn,
        @JsonProperty(required = true) String en) {

    private static final Pattern BRACE = Pattern.compile("\\{[^}]*}?|}");

    public Text {
        Stream.of(nb, nn, en).forEach(Text::check);
    }

    public String in(Language language) {
        return switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }

    /** @throws IllegalArgumentException when it is no text of one line, or has another placeholder than the known ones */
    static void check(String text) {
        if (text == null || text.isBlank() || !Characters.arePlain(text)) {
            throw new IllegalArgumentException("'" + text + "'; accepted: " + PlainText.ACCEPTED);
        }
        Matcher brace = BRACE.matcher(text.replace("{server}", "").replace("{tasks}", ""));
        if (brace.find()) {
            throw new IllegalArgumentException(brace.group() + "; accepted: {server}, {tasks}");
        }
    }
}
