/**
 * Synkvakt watches the sync cycles that keep Norwegian schools' accounts alive.
 *
 * <p>The way of the data, left to right and never back: event, cycle and step, due time, (tick) overdue, stall,
 * playbook entry, notice in the outbox, mail.
 *
 * <p>A package may import only packages to its left, and those right of the bar never import each other:
 *
 * <pre>
 * base · municipality · cycle · deadline · stall · playbook · notice · casework │ ingest, feed, registry, watch, mail, status,
 * board, metrics, access, embedded, demo
 * </pre>
 *
 * <p>Left of the bar are facts and rules; right of it the only places with {@code @Path} and {@code @Scheduled}.
 */
package no.synkvakt;
