package no.synkvakt.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which owners the board shows, as its form and links say it. What is not understood is left out: the address may have been
 * typed.
 *
 * @param state a {@link Standing}, or STALLED for all that stand still; empty for all
 * @param step a group of stalls; empty for all owners
 * @param words of a search; empty for none
 * @param page counted from 0
 */
record BoardFilter(String state, String step, String words, int page) {

    static final String STALLED = "STALLED";

    private static final int LONGEST_WORDS = 200;

    static BoardFilter of(
            @Nullable String state, @Nullable String step, @Nullable String words, @Nullable String page) {
        String stripped = text(words);
        return new BoardFilter(
                isState(text(state)) ? text(state) : "",
                text(step),
                stripped.length() > LONGEST_WORDS ? stripped.substring(0, LONGEST_WORDS) : stripped,
                page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0);
    }

    private static String text(@Nullable String parameter) {
        return parameter == null ? "" : parameter.strip();
    }

    private static boolean isState(String name) {
        return name.equals(STALLED)
                || Stream.of(Standing.values()).map(Standing::name).anyMatch(name::equals);
    }

    /** Leaves out a step that is none of these groups. */
    BoardFilter among(Set<String> groups) {
        return groups.contains(step) ? this : new BoardFilter(state, "", words, page);
    }

    boolean shows(Owner owner) {
        return showsState(owner.standing())
                && (step.isEmpty() || step.equals(owner.group()))
                && (words.isEmpty() || owner.isFoundBy(words));
    }

    private boolean showsState(Standing standing) {
        return state.isEmpty()
                || (state.equals(STALLED)
                        ? standing.isStalled()
                        : standing.name().equals(state));
    }

    public boolean isAll() {
        return state.isEmpty() && step.isEmpty() && words.isEmpty();
    }

    BoardFilter onPage(int number) {
        return new BoardFilter(state, step, words, number);
    }

    /** The group alone. */
    static BoardFilter ofStep(String step) {
        return new BoardFilter("", step, "", 0);
    }

    /** Where the board shows this. */
    public String address() {
        List<String> parameters = new ArrayList<>();
        add(parameters, "state", state);
        add(parameters, "step", step);
        add(parameters, "q", words);
        add(parameters, "page", page == 0 ? "" : String.valueOf(page));
        return parameters.isEmpty() ? "/" : "/?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
