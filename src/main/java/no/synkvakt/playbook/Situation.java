package no.synkvakt.playbook;

import java.util.List;
import no.synkvakt.municipality.Sis;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the playbook is asked about.
 *
 * @param step the id of the step to blame; null when it is that no cycle began
 * @param chain the ids of all steps of the owner's cycle
 */
public record Situation(@Nullable String step, Sis sis, Verdict verdict, List<String> chain) {}
