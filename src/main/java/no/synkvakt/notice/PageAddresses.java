package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.time.Instant;
import no.synkvakt.base.SignedLinks;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where a mail's reader sees more and can act: an admin by a signed link, support on the stall's own page. */
@Singleton
public class PageAddresses {

    private final String baseUrl;
    private final SignedLinks links;

    PageAddresses(@ConfigProperty(name = "synkvakt.base-url") String baseUrl, SignedLinks links) {
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        this.links = links;
    }

    @Nullable
    String of(Notice notice, Instant now) {
        if (notice.role == Role.ADMIN) {
            return baseUrl + "/m/" + notice.municipality + "?t=" + links.token(notice.municipality, now);
        }
        return notice.stall == null ? null : baseUrl + "/stalls/" + notice.stall;
    }
}
