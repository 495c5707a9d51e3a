package no.synkvakt.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that let whoever holds a link into one municipality's page, and no other's, for 30 days.
 *
 * <p>Own code because a JSON Web Token would be three times as long in a mail that is read on a phone, and brings a choice
 * of algorithms that nobody needs: a token is the key's number, the time it expires, and an HMAC-SHA256 over both and the
 * municipality's id.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
@ApplicationScoped
public class SignedLinks {

    /** How long a link is good for. */
    public static final Duration VALID_FOR = Duration.ofDays(30);

    /** What a token looks like, wherever it stands. */
    public static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,12})\\.([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{43})");

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RADIX = 36;

    private final LinkKeys keys;

    SignedLinks(LinkKeys keys) {
        this.keys = keys;
    }

    /** What a token is worth. */
    public enum Standing {
        VALID,
        EXPIRED,
        /** Not one of ours, or of another municipality. */
        INVALID
    }

    /** A token for a municipality's page, made in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String token(String municipality, Instant now) {
        LinkKey key = keys.current(now);
        long expires = now.plus(VALID_FOR).getEpochSecond();
        String signed = Long.toString(Objects.requireNonNull(key.id), RADIX) + "." + Long.toString(expires, RADIX);
        return signed + "." + signature(key, signed, municipality);
    }

    /** Holds a token against a municipality. */
    @Transactional
    public Standing check(String municipality, String token, Instant now) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Standing.INVALID;
        }
        Optional<LinkKey> key = keys.findByIdOptional(Long.parseLong(parts.group(1), RADIX));
        String signed = parts.group(1) + "." + parts.group(2);
        if (key.filter(LinkKey::isWhole)
                .filter(known -> isSame(signature(known, signed, municipality), parts.group(3)))
                .isEmpty()) {
            return Standing.INVALID;
        }
        return now.getEpochSecond() < Long.parseLong(parts.group(2), RADIX) ? Standing.VALID : Standing.EXPIRED;
    }

    /** When a token that has been checked expires: then and later its holder may see nothing more. */
    public static Instant expiry(String token) {
        return Instant.ofEpochSecond(Long.parseLong(token.split("\\.", -1)[1], RADIX));
    }

    private static String signature(LinkKey key, String signed, String municipality) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret, ALGORITHM));
            byte[] code = mac.doFinal((signed + "." + municipality).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
