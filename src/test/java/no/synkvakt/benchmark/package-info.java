/** How fast Synkvakt is, held against what the machine, PostgreSQL and SMTP can do in the same run. No part of the normal tests. */
@NullMarked
package no.synkvakt.benchmark;

import org.jspecify.annotations.NullMarked;
