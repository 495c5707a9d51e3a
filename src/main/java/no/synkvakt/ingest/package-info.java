/** Where reports come in: CloudEvents and pings. */
@NullMarked
package no.synkvakt.ingest;

import org.jspecify.annotations.NullMarked;
