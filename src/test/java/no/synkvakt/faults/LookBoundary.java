package no.synkvakt.faults;

import java.util.Locale;

/** Where on its way through a look Synkvakt is killed. */
enum LookBoundary {
    READING("while the engine's database answers", "") {
        @Override
        Trap trap(World world, EngineRows engine) {
            return engine.held();
        }
    },
    STORING("after the events, before their commit", "after insert on event for each row when (new.cycle is not null)"),
    STORED("after the events, before the heartbeat", "before insert on event for each row when (new.cycle is null)"),
    ALIVE(
            "after the heartbeat, before the look's end",
            "before update on look for each row when (new.rows <> old.rows)");

    final String words;
    private final String event;

    LookBoundary(String words, String event) {
        this.words = words;
        this.event = event;
    }

    Trap trap(World world, EngineRows engine) {
        return new LockTrap(world.database, "create trigger trap " + event);
    }

    String owner(int run) {
        return "look-" + name().toLowerCase(Locale.ROOT) + "-" + run + ".example";
    }
}
