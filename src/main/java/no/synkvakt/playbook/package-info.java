/** What to do: entries as data, matched on step, SIS and verdict. */
@NullMarked
package no.synkvakt.playbook;

import org.jspecify.annotations.NullMarked;
