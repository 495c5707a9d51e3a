package no.synkvakt.embedded;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts Synkvakt; when no database is named, on an embedded PostgreSQL of its own. */
@QuarkusMain
public final class Main {

    private static final String DATABASE_URL = "quarkus.datasource.jdbc.url";

    private Main() {}

    public static void main(String... args) throws IOException {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(DATABASE_URL, String.class).isEmpty()) {
            EmbeddedDefault.start(config);
        }
        Quarkus.run(args);
    }
}
