package no.synkvakt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Plays the cycles of the made-up municipalities, so that a newcomer sees a stall, its mail and its all-clear. */
@Singleton
class DemoEngine {

    private static final Logger LOG = Logger.getLogger(DemoEngine.class);
    private static final String MUNICIPALITIES = "demo/municipalities.json";

    private static final String LILLESTROM = "lillestrom.example";
    private static final Map<String, Twist> TWISTS = Map.of(
            LILLESTROM,
            Twist.standsStill("import-flyvo"),
            "havnes.example",
            Twist.isHeld("synchronization"),
            "vidjohka.example",
            Twist.fails("export-lms", "HTTP 503 from the learning platform"));

    private final PublicApi api;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<Play> plays = new ArrayList<>();
    private String complaint = "";

    DemoEngine(PublicApi api, ObjectMapper json, Clock clock) {
        this.api = api;
        this.json = json;
        this.clock = clock;
    }

    /** Whether nobody asked for a demo. */
    @Singleton
    static class Off implements Scheduled.SkipPredicate {

        private final boolean demo;

        Off(@ConfigProperty(name = "synkvakt.demo", defaultValue = "false") boolean demo) {
            this.demo = demo;
        }

        @Override
        public boolean test(ScheduledExecution execution) {
            return !demo;
        }
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Off.class,
            identity = "demo")
    void play() {
        try {
            if (plays.isEmpty()) {
                raiseTheCurtain();
            }
            for (Play play : plays) {
                advance(play);
            }
        } catch (IOException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            LOG.warnf("The demo waits: %s", reason);
        }
        complaint = reason;
    }

    private void raiseTheCurtain() throws IOException {
        JsonNode municipalities = municipalities();
        api.putMunicipalities(json.writeValueAsBytes(municipalities));
        municipalities.forEach(municipality -> plays.add(play(municipality)));
        LOG.infof(
                "The demo plays. Lillestrøm stands still at Import FlyVo in some seconds; its mail comes into this log a"
                        + " minute later, its all-clear soon after. Watch it: %s",
                api.board());
    }

    private void advance(Play play) throws IOException {
        boolean mailed = play.waitsForMail() && api.hasMailed(play.municipality());
        Optional<Play.Move> move = play.next(clock.instant(), mailed);
        if (move.isPresent()) {
            api.report(move.get());
        }
    }

    private static Play play(JsonNode municipality) {
        String id = municipality.path("id").asText();
        List<String> chain = StreamSupport.stream(municipality.path("steps").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Play(id, chain, TWISTS.get(id));
    }

    private JsonNode municipalities() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(MUNICIPALITIES), MUNICIPALITIES)) {
            return json.readTree(in);
        }
    }
}
