package no.synkvakt.testing;

import java.time.Duration;

/** Nights of an owner whose chain has three steps, beginning with the one that every test begins with. */
public final class Nights {

    private final SettableClock clock;
    private final MunicipalityFixture owner;

    private final Runnable learning;

    /** @param learning lets Synkvakt learn, after the last step of a night */
    public Nights(SettableClock clock, MunicipalityFixture owner, Runnable learning) {
        this.learning = learning;
        this.clock = clock;
        this.owner = owner;
    }

    /** Nights on which nothing is amiss: the steps take 2, 5 and 7 minutes. */
    public void ordinary(int howMany) {
        for (int number = 0; number < howMany; number++) {
            Engine engine = begin(number);
            completes(engine, 2, 0);
            completes(engine, 5, 1);
            completes(engine, 7, 2);
        }
    }

    /** The night of that number, counted from 0, begins. */
    public Engine begin(int number) {
        clock.set(SettableClock.NIGHT.plus(Duration.ofDays(number)));
        return new Engine(clock, owner.id()).inCycle("night-" + number).startsCycle();
    }

    /** Some minutes later the step at that position of the chain is done. */
    public void completes(Engine engine, int minutesLater, int position) {
        clock.advance(Duration.ofMinutes(minutesLater));
        engine.completes(owner.chain().get(position));
        if (position == owner.chain().size() - 1) {
            learning.run();
        }
    }
}
