package no.synkvakt.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may do what: the first rule that names a request decides. The last ones name everything. */
final class AccessRules {

    private static final Set<Role> NOBODY_ASKED = Set.of();
    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR);
    private static final Set<Role> READERS = Set.of(Role.OPERATOR, Role.VIEWER);
    private static final Set<Role> REPORTERS = Set.of(Role.OPERATOR, Role.INGEST);

    private static final Set<Role> PAGE_READERS = Set.of(Role.OPERATOR, Role.VIEWER, Role.ADMIN);
    private static final Set<Role> BUTTON_PRESSERS = Set.of(Role.OPERATOR, Role.ADMIN);

    private static final String READ = "GET|HEAD";
    private static final String ANY = ".*";

    private static final List<Rule> RULES = List.of(
            new Rule(ANY, "/ping/.*", NOBODY_ASKED),
            new Rule(READ, "/q/openapi", NOBODY_ASKED),
            new Rule(READ, "/(assets|webjars)/.*", NOBODY_ASKED),
            new Rule(READ, SignIn.LOGOUT + "|" + SignIn.SIGNED_OUT, NOBODY_ASKED),
            new Rule(READ, SignedLinkCaller.PAGE, PAGE_READERS),
            new Rule("POST", SignedLinkCaller.BUTTON, BUTTON_PRESSERS),
            new Rule("POST", "/api/v1/events", REPORTERS),
            new Rule(READ, "/api/v1/municipalities/[^/]+/ping-key", OPERATORS),
            new Rule(READ, ANY, READERS),
            new Rule(ANY, ANY, OPERATORS));

    private AccessRules() {}

    /**
     * One line of the table.
     *
     * @param roles any of which will do; none: the address itself is the credential, or there is nothing to guard
     */
    record Rule(String method, String path, Set<Role> roles) {

        boolean names(String requestMethod, String requestPath) {
            return Pattern.matches(method, requestMethod) && Pattern.matches(path, requestPath);
        }

        boolean asksNobody() {
            return roles.isEmpty();
        }
    }

    /** @param path normalised, without a trailing slash */
    static Optional<Rule> ruleFor(String method, String path) {
        return RULES.stream().filter(rule -> rule.names(method, path)).findFirst();
    }
}
