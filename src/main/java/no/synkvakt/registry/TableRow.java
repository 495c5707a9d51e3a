package no.synkvakt.registry;

import java.util.List;

/**
 * A row of a table.
 *
 * @param line where it begins, from 1
 */
record TableRow(int line, List<String> cells) {}
