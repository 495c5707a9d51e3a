package no.synkvakt.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Clients that work at once. */
final class Load {

    /** What one client does, over and over. */
    @FunctionalInterface
    interface Client extends AutoCloseable {

        /** Does it once: of all clients' acts the one of that number, from 0. */
        void act(long number);

        @Override
        default void close() {}
    }

    private Load() {}

    /**
     * Each client acts as soon as it has done so before.
     *
     * @param warmUp how long nothing is counted
     * @return acts per second
     */
    static double closed(int clients, Duration warmUp, Duration counted, AtomicLong turn, IntFunction<Client> begin) {
        if (!warmUp.isZero()) {
            closed(clients, Duration.ZERO, warmUp, turn, begin);
        }
        long until = System.nanoTime() + counted.toNanos();
        AtomicLong acts = new AtomicLong();
        together(clients, begin, client -> {
            while (System.nanoTime() < until) {
                client.act(turn.getAndIncrement());
                if (System.nanoTime() < until) {
                    acts.incrementAndGet();
                }
            }
        });
        return acts.get() / seconds(counted);
    }

    /** The clients act so many times in all. @return acts per second */
    static double times(int clients, long acts, IntFunction<Client> begin) {
        AtomicLong turn = new AtomicLong();
        long from = System.nanoTime();
        together(clients, begin, client -> {
            for (long act = turn.getAndIncrement(); act < acts; act = turn.getAndIncrement()) {
                client.act(act);
            }
        });
        return acts / seconds(Duration.ofNanos(System.nanoTime() - from));
    }

    /**
     * Acts come at a steady rate, whether the ones before are done or not; how long each took is counted from when it was
     * its turn, so that waiting in line counts too.
     */
    static Latencies open(int perSecond, Duration warmUp, Duration counted, int clients, IntFunction<Client> begin) {
        long apart = Duration.ofSeconds(1).toNanos() / perSecond;
        long start = System.nanoTime();
        long first = warmUp.toNanos() / apart;
        long last = warmUp.plus(counted).toNanos() / apart;
        AtomicLong turn = new AtomicLong();
        Latencies latencies = new Latencies();
        together(clients, begin, client -> {
            for (long act = turn.getAndIncrement(); act < last; act = turn.getAndIncrement()) {
                long due = start + act * apart;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                client.act(act);
                if (act >= first) {
                    latencies.add(System.nanoTime() - due);
                }
            }
        });
        return latencies;
    }

    private interface Work {
        void with(Client client);
    }

    private static void together(int clients, IntFunction<Client> begin, Work work) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                Client client = begin.apply(number);
                all.add(threads.submit(() -> {
                    try (client) {
                        work.with(client);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
