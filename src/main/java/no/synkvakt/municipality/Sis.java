package no.synkvakt.municipality;

import jakarta.persistence.Converter;
import no.synkvakt.base.StoredEnum;

/** The student information system (SIS) a school owner's cycle begins with, and where its data is fetched from. */
public enum Sis {
    WIS("WIS"),
    IST_LOCAL("IST"),
    IST_HOSTED("IST"),
    ISKOLE("iSkole"),
    VISMA_INSCHOOL("Visma InSchool"),
    VISMA_FLYT("Visma Flyt Skole");

    private final String label;

    Sis(String label) {
        this.label = label;
    }

    /** The product's own name. */
    public String label() {
        return label;
    }

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<Sis> {

        Stored() {
            super(Sis.class);
        }
    }
}
