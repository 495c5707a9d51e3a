package no.synkvakt.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts one PostgreSQL for all tests of a JVM. Nothing in it has to outlive a loss of power, so it never waits for the disk. */
public final class SharedPostgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedPostgres() {}

    /** A database that is empty, and nobody else's. */
    public static TestDatabase newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        named("postgres").execute("create database " + name);
        return named(name);
    }

    private static TestDatabase named(String name) {
        return () -> "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
