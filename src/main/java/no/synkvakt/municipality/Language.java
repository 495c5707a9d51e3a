package no.synkvakt.municipality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import no.synkvakt.base.JsonNamed;

/** A language that mails and pages are written in. */
public enum Language implements JsonNamed {
    NB,
    NN,
    EN;

    /** The language's tag (RFC 5646): nb, nn or en. */
    @JsonValue
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String jsonName() {
        return tag();
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
