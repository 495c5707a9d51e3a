package no.synkvakt.municipality;

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
}
