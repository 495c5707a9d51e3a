package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.util.Optional;
import no.synkvakt.municipality.Language;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who writes, and to whom answers go. */
@Singleton
public class MailSettings {

    private final String from;
    private final String supportEmail;
    private final Language supportLanguage;
    private final Optional<String> replyTo;

    MailSettings(
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "synkvakt.support.email") String supportEmail,
            @ConfigProperty(name = "synkvakt.support.language") Language supportLanguage,
            @ConfigProperty(name = "synkvakt.mail.reply-to") Optional<String> replyTo) {
        this.from = from;
        this.supportEmail = supportEmail;
        this.supportLanguage = supportLanguage;
        this.replyTo = replyTo;
    }

    public String from() {
        return from;
    }

    public String supportEmail() {
        return supportEmail;
    }

    public Language supportLanguage() {
        return supportLanguage;
    }

    /** Where answers go: to support unless another address is set. */
    public String replyTo() {
        return replyTo.orElse(supportEmail);
    }

    /** The domain of the sender's address: what Message-IDs end in. */
    String domain() {
        return from.replaceAll(".*@", "").replaceAll("[>\\s].*", "");
    }
}
