package no.synkvakt.status;

import java.util.Optional;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import no.synkvakt.notice.MaskedMail;
import no.synkvakt.notice.Notice;

/** A mail as it was sent, to the byte; the links that let its reader in are masked. */
final class MailBytes {

    private MailBytes() {}

    /**
     * The bytes.
     *
     * @param what it was sent about, in a word
     * @param noticeId as the client named it
     * @throws ProblemException 404 when there is no such notice, or no mail of it
     */
    static byte[] of(String what, String noticeId, Optional<Notice> named) {
        Notice notice = named.orElseThrow(
                () -> noMail("The " + what + " has no notice with the id " + noticeId + ".", what, noticeId));
        if (notice.message == null) {
            throw noMail(
                    notice.recipient == null
                            ? "The mail was erased with its municipality."
                            : "The mail has not been written yet; the notice is " + notice.state + ".",
                    what,
                    noticeId);
        }
        return MaskedMail.of(notice.message);
    }

    private static ProblemException noMail(String detail, String what, String noticeId) {
        return ProblemException.notFound(
                detail,
                new FieldError("noticeId", noticeId, "the id of a notice of this " + what + " that has been sent"));
    }
}
