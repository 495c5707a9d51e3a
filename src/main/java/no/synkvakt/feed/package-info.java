/**
 * Where Synkvakt looks for itself: engine databases that are read by a query, so that the engine need not report. What has changed
 * becomes the same events as those that are reported, and goes the same way.
 *
 * <p>A row is one step of one cycle:
 *
 * <ul>
 *   <li>{@code started_at} makes {@code step.started} at that time. A step that is begun anew in the same row, with another time, has
 *       started again.
 *   <li>{@code finished_at} makes {@code step.completed}; with the {@code status} {@code failed} or {@code held}, in any case, it makes
 *       {@code step.failed} with the {@code message}, or {@code step.held} with the counts. Such a row without an end is of the moment
 *       when it was first seen. Any other status says no more than the times do.
 *   <li>A row without times makes nothing: its step is still to come.
 * </ul>
 *
 * <p>Rows that are deleted take nothing back, and one row too many harms nobody: what is told is told by owner, cycle, step and times.
 * The query should find some days and no more; each look reads all of it.
 */
@NullMarked
package no.synkvakt.feed;

import org.jspecify.annotations.NullMarked;
