package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody with a browser sees who may not see what they asked for: in their language, and what to do instead. */
@Singleton
final class RefusedPage {

    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final String OF_MUNICIPALITIES = "/m/";

    private final OidcSettings oidc;

    RefusedPage(OidcSettings oidc) {
        this.oidc = oidc;
    }

    /** Where to go on. */
    record Way(String address, String label) {}

    @CheckedTemplate(basePath = "access")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance refused(
                String language, String skip, String headline, List<String> sentences, List<Way> ways);
    }

    /** Whether the caller is a browser that wants a page. */
    static boolean isWanted(HttpServerRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaderNames.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && !request.path().startsWith("/api/");
    }

    /** To somebody of whom nothing is known. */
    TemplateInstance forCaller(RoutingContext context) {
        String language = language(context.request());
        RefusedMessages words = words(language);
        if (oidc.isConfigured() && !SignedLinkCaller.isShown(context)) {
            return page(
                    language,
                    words.sessionTitle(),
                    List.of(words.nothingChanged()),
                    List.of(new Way("/", words.signIn())));
        }
        return context.request().path().startsWith(OF_MUNICIPALITIES)
                ? page(
                        language,
                        words.linkTitle(),
                        List.of(words.linkWhy(), words.linkNext(), words.nothingChanged()),
                        List.of())
                : page(language, words.keyTitle(), List.of(words.keyNext()), List.of());
    }

    /** To somebody who is known, and may not. */
    TemplateInstance withoutRole(HttpServerRequest request, SecurityIdentity caller) {
        String language = language(request);
        RefusedMessages words = words(language);
        return page(
                language,
                words.roleTitle(),
                List.of(words.roleWhy(caller.getPrincipal().getName()), words.roleNext(), words.nothingChanged()),
                Person.isSignedIn(caller) ? List.of(new Way(SignIn.LOGOUT, words.signOut())) : List.of());
    }

    /** To somebody who cannot be known at the moment. */
    TemplateInstance withoutProvider(HttpServerRequest request) {
        String language = language(request);
        RefusedMessages words = words(language);
        return page(language, words.providerTitle(), List.of(words.providerNext(), words.nothingChanged()), List.of());
    }

    /** To somebody who has signed out. */
    TemplateInstance signedOut(HttpServerRequest request) {
        String language = language(request);
        RefusedMessages words = words(language);
        return page(language, words.signedOutTitle(), List.of(), List.of(new Way("/", words.signIn())));
    }

    private static TemplateInstance page(String language, String headline, List<String> sentences, List<Way> ways) {
        return Templates.refused(language, words(language).skip(), headline, sentences, ways);
    }

    private static RefusedMessages words(String language) {
        return MessageBundles.get(RefusedMessages.class, Localized.Literal.of(language));
    }

    /** Bokmål for those who ask for Norwegian, or for nothing we have. */
    private static String language(HttpServerRequest request) {
        @Nullable String accepted = request.getHeader(HttpHeaderNames.ACCEPT_LANGUAGE);
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
