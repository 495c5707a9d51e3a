/** The tests of the container images' recipes. */
package no.synkvakt.docker;
