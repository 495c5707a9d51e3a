package no.synkvakt.notice;

import jakarta.persistence.Converter;
import no.synkvakt.base.StoredEnum;

/** As whom somebody is mailed. */
public enum Role {
    ADMIN,
    SUPPORT,
    OPERATOR;

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<Role> {

        Stored() {
            super(Role.class);
        }
    }
}
