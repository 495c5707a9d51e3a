package no.synkvakt.base;

/** The words for what HTTP itself refuses. */
public final class WebProblems {

    private WebProblems() {}

    public static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is malformed.";
            case 401 -> "This needs a credential: Authorization: Bearer, with an API key or an access token.";
            case 403 -> "The credential is good, but its role may not do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method; the header Allow says which it takes.";
            case 406 -> "This address cannot answer in a form that the header Accept takes; it answers in JSON.";
            case 413 -> "The body is larger than 5 MiB, the most that is accepted.";
            case 415 -> "This address does not take that Content-Type.";
            default -> "The request cannot be done.";
        };
    }
}
