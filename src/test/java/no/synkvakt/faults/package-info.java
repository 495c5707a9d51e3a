/**
 * What can break, broken: real processes, a real PostgreSQL and a real SMTP server, each fault followed by an audit of what
 * was lost and what came twice. The short form is part of every {@code mvn verify}; {@code -Dfaults=full} is the whole.
 */
@NullMarked
package no.synkvakt.faults;

import org.jspecify.annotations.NullMarked;
