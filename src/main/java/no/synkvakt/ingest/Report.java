package no.synkvakt.ingest;

import java.time.Instant;
import no.synkvakt.cycle.StepEvent;

/** An event that is understood. */
sealed interface Report {

    /** Of a municipality's cycle. */
    record OfCycle(String municipality, StepEvent event) implements Report {}

    /** That an engine lives. */
    record Heartbeat(String source, String id, Instant time) implements Report {}
}
