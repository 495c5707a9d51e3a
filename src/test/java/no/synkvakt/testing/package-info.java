/** What the tests share: real parts to run on, a settable clock, and fixtures that speak the domain's words. */
@NullMarked
package no.synkvakt.testing;

import org.jspecify.annotations.NullMarked;
