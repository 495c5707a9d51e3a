/** The sender: takes notices from the outbox to the mail server. */
@NullMarked
package no.synkvakt.mail;

import org.jspecify.annotations.NullMarked;
