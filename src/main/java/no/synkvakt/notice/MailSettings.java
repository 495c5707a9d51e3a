package no.synkvakt.notice;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import no.synkvakt.municipality.Language;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who writes, and to whom answers go; read at start, so that an address no mail can go to stops it. */
@Startup
@Singleton
public class MailSettings {

    private static final String LANGUAGE = "synkvakt.support.language";

    private final String from;
    private final String domain;
    private final String supportEmail;
    private final Optional<String> operatorEmail;
    private final Language supportLanguage;
    private final Optional<String> replyTo;

    /** @throws IllegalArgumentException when an address is none, or there is no such language */
    MailSettings(
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "synkvakt.support.email") String supportEmail,
            @ConfigProperty(name = "synkvakt.operator.email") Optional<String> operatorEmail,
            @ConfigProperty(name = LANGUAGE) String supportLanguage,
            @ConfigProperty(name = "synkvakt.mail.reply-to") Optional<String> replyTo) {
        this.from = checked("quarkus.mailer.from", from);
        this.domain = from.replaceAll(".*@", "").replaceAll("[>\\s].*", "");
        this.supportEmail = checked("synkvakt.support.email", supportEmail);
        this.operatorEmail = operatorEmail.map(address -> checked("synkvakt.operator.email", address));
        replyTo.ifPresent(address -> checked("synkvakt.mail.reply-to", address));
        this.supportLanguage = language(supportLanguage);
        this.replyTo = replyTo;
    }

    public String from() {
        return from;
    }

    public String supportEmail() {
        return supportEmail;
    }

    /** Who runs Synkvakt; support unless another address is set. */
    public String operatorEmail() {
        return operatorEmail.orElse(supportEmail);
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
        return domain;
    }

    private static Language language(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equalsIgnoreCase(tag.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(LANGUAGE + " = '" + tag + "'; accepted: one of nb, nn, en"));
    }

    private static String checked(String setting, String address) {
        @Nullable Mailbox mailbox = LenientAddressParser.DEFAULT.parseMailbox(address);
        if (mailbox == null || mailbox.getDomain() == null) {
            throw new IllegalArgumentException(setting + " = '" + address + "'; accepted: one mail address");
        }
        return address;
    }
}
