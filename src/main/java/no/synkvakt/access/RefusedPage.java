package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody with a browser sees who may not see what they asked for: in their language, and what to do instead. */
@CheckedTemplate(basePath = "access")
final class RefusedPage {

    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final String OF_MUNICIPALITIES = "/m/";

    private RefusedPage() {}

    static native TemplateInstance refused(
            String language, String title, String skip, String headline, List<String> sentences);

    /** Whether the caller is a browser that wants a page. */
    static boolean isWanted(HttpServerRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaderNames.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && !request.path().startsWith("/api/");
    }

    static TemplateInstance forCaller(HttpServerRequest request) {
        String language = language(request.getHeader(HttpHeaderNames.ACCEPT_LANGUAGE));
        RefusedMessages words = MessageBundles.get(RefusedMessages.class, Localized.Literal.of(language));
        return request.path().startsWith(OF_MUNICIPALITIES)
                ? refused(
                        language,
                        words.linkTitle(),
                        words.skip(),
                        words.linkTitle(),
                        List.of(words.linkWhy(), words.linkNext(), words.nothingChanged()))
                : refused(language, words.keyTitle(), words.skip(), words.keyTitle(), List.of(words.keyNext()));
    }

    /** Bokmål for those who ask for Norwegian, or for nothing we have. */
    private static String language(@Nullable String accepted) {
        if (accepted == null) {
            return LANGUAGES.get(0);
        }
        try {
            @Nullable String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return tag == null ? LANGUAGES.get(0) : tag;
        } catch (IllegalArgumentException e) {
            return LANGUAGES.get(0);
        }
    }
}
