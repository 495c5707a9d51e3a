/**
 * What the database holds, in figures for Prometheus, and the heartbeat for whoever has none. What happens is counted where it
 * happens, by the rooms themselves.
 */
@NullMarked
package no.synkvakt.metrics;

import org.jspecify.annotations.NullMarked;
