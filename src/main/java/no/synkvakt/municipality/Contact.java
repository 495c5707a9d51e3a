package no.synkvakt.municipality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.synkvakt.base.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who gets a municipality's mails.
 *
 * @param name how to address them; null for an address alone
 */
@RegisterForReflection
public record Contact(
        @NotNull(message = ACCEPTED_EMAIL)
        @Size(max = 254, message = ACCEPTED_EMAIL)
        @Pattern(regexp = EMAIL, message = ACCEPTED_EMAIL)
        String email,

        @Nullable @PlainText @Size(max = Municipality.LONGEST_NAME, message = Municipality.ACCEPTED_LENGTH)
        String name) {

    /**
     * The part of RFC 5321's addresses that every mail server takes: ASCII, no quoting, no comments, a domain of letters,
     * digits and hyphens. It leaves no room for a second address or a header.
     */
    private static final String EMAIL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
            + "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*";

    private static final String ACCEPTED_EMAIL =
            "one mail address such as ikt@kommune.example, at most 254 characters, a domain with æøå in its xn-- form";
}
