package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Wording;

/** What somebody with a browser sees of what is not there, or no more, or cannot be read. */
@Singleton
class UnknownPage {

    private final Language language;
    private final UnreadableRows rows;

    UnknownPage(MailSettings settings, UnreadableRows rows) {
        this.rows = rows;
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

    /** The page of what is stored, and cannot be read. */
    Response unreadable(UnreadableRow e) {
        rows.note(e);
        BoardMessages words = new Wording(language).sentences(BoardMessages.class);
        return Html.broken(
                Templates.unknown(language.tag(), words.unreadable(), words.unreadableNext(), false), language);
    }

    private Response page(String title, String next, boolean forSupport) {
        return Html.notFound(Templates.unknown(language.tag(), title, next, forSupport), language);
    }
}
