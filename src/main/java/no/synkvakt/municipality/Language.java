package no.synkvakt.municipality;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import java.util.Locale;
import no.synkvakt.base.JsonNamed;
import no.synkvakt.base.StoredEnum;

/** A language that mails and pages are written in. */
public enum Language implements JsonNamed {
    NB,
    NN,
    EN;

    private final String tag = name().toLowerCase(Locale.ROOT);
    private final Locale locale = Locale.forLanguageTag(tag);

    /** The language's tag (RFC 5646): nb, nn or en. */
    @JsonValue
    public String tag() {
        return tag;
    }

    @Override
    public String jsonName() {
        return tag();
    }

    public Locale locale() {
        return locale;
    }

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<Language> {

        Stored() {
            super(Language.class);
        }
    }
}
