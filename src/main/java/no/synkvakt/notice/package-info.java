/** What to tell whom: notices, the outbox they wait in, and their rendering as mails. */
@NullMarked
package no.synkvakt.notice;

import org.jspecify.annotations.NullMarked;
