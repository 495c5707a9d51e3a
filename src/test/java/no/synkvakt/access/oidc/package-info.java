/** Signing in, and tokens, held against a real Keycloak. */
@NullMarked
package no.synkvakt.access.oidc;

import org.jspecify.annotations.NullMarked;
