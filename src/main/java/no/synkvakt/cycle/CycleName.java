package no.synkvakt.cycle;

/**
 * What a cycle goes by.
 *
 * @param id the engine's name of it, which other municipalities' cycles may have too
 */
public record CycleName(String municipality, String id) {}
