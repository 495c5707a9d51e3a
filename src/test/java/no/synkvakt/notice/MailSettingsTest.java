package no.synkvakt.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import no.synkvakt.municipality.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who writes and where answers go, as an operator sets it. */
class MailSettingsTest {

    private static final String FROM = "Synkvakt <synkvakt@vendor.example>";
    private static final String SUPPORT = "support@vendor.example";

    @Test
    void answersGoToSupportUnlessAnotherAddressIsSet() {
        assertThat(settings(FROM, SUPPORT, Optional.empty()).replyTo()).isEqualTo(SUPPORT);
        assertThat(settings(FROM, SUPPORT, Optional.of("desk@vendor.example")).replyTo())
                .isEqualTo("desk@vendor.example");
    }

    @Test
    void messageIdsEndInTheDomainOfTheSender() {
        assertThat(settings(FROM, SUPPORT, Optional.empty()).domain()).isEqualTo("vendor.example");
        assertThat(settings("a@b.example", SUPPORT, Optional.empty()).domain()).isEqualTo("b.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "support", "@", "support@"})
    void anAddressThatNoMailCanGoToIsRefusedByItsSetting(String address) {
        assertThatThrownBy(() -> settings(FROM, address, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.support.email = '" + address + "'; accepted: one mail address");
        assertThatThrownBy(() -> settings(FROM, SUPPORT, Optional.of(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.mail.reply-to = '" + address + "'; accepted: one mail address");
    }

    @Test
    void supportReadsItsOwnLanguage() {
        assertThat(new MailSettings(FROM, SUPPORT, Optional.empty(), "nn", Optional.empty()).supportLanguage())
                .isEqualTo(Language.NN);
        assertThat(new MailSettings(FROM, SUPPORT, Optional.empty(), " EN", Optional.empty()).supportLanguage())
                .isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "nb_NO"})
    void aLanguageThatNoMailIsWrittenInIsRefused(String language) {
        assertThatThrownBy(() -> new MailSettings(FROM, SUPPORT, Optional.empty(), language, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.support.language = '" + language + "'; accepted: one of nb, nn, en");
    }

    private static MailSettings settings(String from, String support, Optional<String> replyTo) {
        return new MailSettings(from, support, Optional.empty(), "nn", replyTo);
    }

    @Test
    void supportIsToldOfSilentEnginesUnlessAnOperatorIsNamed() {
        assertThat(settings(FROM, SUPPORT, Optional.empty()).operatorEmail()).isEqualTo(SUPPORT);
        assertThat(new MailSettings(FROM, SUPPORT, Optional.of("drift@synkvakt.example"), "nb", Optional.empty())
                        .operatorEmail())
                .isEqualTo("drift@synkvakt.example");
    }

    @Test
    void anOperatorsAddressNoMailCanGoToIsRefused() {
        assertThatThrownBy(() -> new MailSettings(FROM, SUPPORT, Optional.of("drift"), "nb", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.operator.email = 'drift'; accepted: one mail address");
    }
}
