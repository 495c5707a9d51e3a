package no.synkvakt.deadline;

import java.util.stream.Stream;

/** What learned limits are good for: {@code synkvakt.learning}. */
public enum Learning {
    /** Nothing is learned and nothing shown. */
    OFF,
    /** Configured limits hold; beside them is kept what learned ones would have said. */
    SHADOW,
    /** Learned limits hold, where a municipality has none of its own. */
    ON;

    static final String SETTING = "synkvakt.learning";

    /** @throws IllegalArgumentException when the word is none of these, in any case */
    static Learning of(String word) {
        return Stream.of(values())
                .filter(learning -> learning.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(SETTING + " = '" + word + "'; accepted: one of off, shadow, on"));
    }
}
