package no.synkvakt.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database of a real PostgreSQL and a real SMTP server for all tests, and the keys of those who call. */
public class RealParts implements QuarkusTestResourceLifecycleManager {

    private @Nullable GreenMail smtp;

    @Override
    public Map<String, String> start() {
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        Mailbox.open(smtp);
        Map<String, String> settings =
                new HashMap<>(SharedPostgres.newDatabase().settings());
        settings.put("quarkus.mailer.mock", "false");
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put(
                "quarkus.mailer.port",
                String.valueOf(MailRelay.open(smtp.getSmtp().getPort())));
        settings.put("quarkus.mailer.from", "synkvakt@synkvakt.example");
        settings.put("synkvakt.support.email", "support@vendor.example");
        settings.put("synkvakt.operator.email", "drift@synkvakt.example");
        settings.put("synkvakt.live.every", "100ms");
        settings.put("synkvakt.limit.bodies", "6M");
        settings.put("quarkus.scheduler.enabled", "false");
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        settings.putAll(Key.settings());
        return settings;
    }

    @Override
    public void stop() {
        if (smtp != null) {
            smtp.stop();
        }
    }
}
