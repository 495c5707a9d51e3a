package no.synkvakt.base;

/** A constant that is written in JSON otherwise than in Java. */
public interface JsonNamed {

    String jsonName();
}
