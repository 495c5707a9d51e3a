package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.cycle.Look;
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

    private static String ofFeed(String source, NoticeKind kind) {
        if (kind != NoticeKind.BLIND) {
            return "/";
        }
        return Look.isSource(source) ? "/feeds" : "/?state=UNKNOWN";
    }

    @Nullable
    String of(Notice notice, Instant now) {
        if (notice.role == Role.ADMIN) {
            String owner = Objects.requireNonNull(notice.municipality, "an admin is mailed of one municipality");
            return baseUrl + "/m/" + owner + "?t=" + links.token(owner, now);
        }
        if (notice.feed != null) {
            return baseUrl + ofFeed(notice.feed, notice.kind);
        }
        if (notice.outage != null) {
            return baseUrl + "/outages/" + notice.outage;
        }
        Facts.@Nullable Unreachable unreachable = notice.facts().unreachable();
        if (unreachable != null && unreachable.stall() == null) {
            return baseUrl + "/m/" + notice.municipality;
        }
        @Nullable UUID stall = unreachable == null ? notice.stall : unreachable.stall();
        return stall == null ? null : baseUrl + "/stalls/" + stall;
    }
}
