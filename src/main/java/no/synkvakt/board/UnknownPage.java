package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Wording;

/** What somebody with a browser sees of what is not there, or no more. */
@Singleton
class UnknownPage {

    private final Language language;

    UnknownPage(MailSettings settings) {
        this.language = settings.supportLanguage();
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance unknown(String language, String title, String next, boolean forSupport);
    }

    Response ofStall() {
        StallMessages words = new Wording(language).sentences(StallMessages.class);
        return page(words.unknown(), words.unknownNext(), true);
    }

    Response ofOutage() {
        OutagePageMessages words = new Wording(language).sentences(OutagePageMessages.class);
        return page(words.unknown(), words.unknownNext(), true);
    }

    Response ofMunicipality() {
        MunicipalityMessages words = new Wording(language).sentences(MunicipalityMessages.class);
        return page(words.gone(), words.goneNext(), false);
    }

    private Response page(String title, String next, boolean forSupport) {
        return Html.notFound(Templates.unknown(language.tag(), title, next, forSupport), language);
    }
}
