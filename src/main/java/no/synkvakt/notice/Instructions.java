package no.synkvakt.notice;

import java.util.List;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Where;
import org.jspecify.annotations.Nullable;

/** Fills the playbook's texts with the names of one municipality's server and tasks. */
final class Instructions {

    private final String server;
    private final String tasks;

    Instructions(Remedy remedy, Municipality municipality, Wording wording) {
        this.server = server(remedy.where(), municipality, wording.words());
        this.tasks = wording.tasks(remedy.tasks(), remedy.tasksExact());
    }

    List<String> fill(List<String> texts) {
        return texts.stream().map(this::fill).toList();
    }

    /** Fills both places in one pass, so that a brace in a name stays a brace. */
    String fill(String text) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
            int end = text.indexOf('}', at) + 1;
            filled.append(text, from, at).append(text.startsWith("{server}", at) ? server : tasks);
            from = end;
        }
        return filled.append(text.substring(from)).toString();
    }

    private static String server(@Nullable Where where, Municipality municipality, WordingMessages words) {
        @Nullable
        String own = where == Where.DOMAIN_CONTROLLER ? municipality.domainController() : municipality.clientServer();
        if (own != null) {
            return own;
        }
        return where == Where.DOMAIN_CONTROLLER ? words.domainControllerUnknown() : words.serverUnknown();
    }
}
