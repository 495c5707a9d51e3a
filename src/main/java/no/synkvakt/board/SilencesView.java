package no.synkvakt.board;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.synkvakt.municipality.Step;
import org.jspecify.annotations.Nullable;

/**
 * What the page of silences and maintenance windows shows.
 *
 * @param answer what came of the button that was pressed last; empty when none was
 * @param rows those that are not over
 * @param unreadable that there are more, which cannot be read; null when there are none
 * @param canWrite whether the caller may ask for quiet and end it
 * @param form what has been filled in
 * @param errors what is wrong with it, by field, in words
 */
record SilencesView(
        String language,
        String answer,
        List<Row> rows,
        @Nullable String unreadable,
        boolean canWrite,
        List<Step> steps,
        SilenceForm form,
        Map<String, String> errors) {

    /** A silence or maintenance window, in words. */
    record Row(
            UUID id,
            String kind,
            String owner,
            String step,
            String tone,
            String state,
            String from,
            String until,
            String why) {}

    /** What is wrong with the field; empty when nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
