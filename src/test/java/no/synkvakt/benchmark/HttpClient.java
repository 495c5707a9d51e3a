package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;

/** Asks over a line of its own, and wants to hear one status. */
final class HttpClient implements Load.Client {

    private final Line line;
    private final LongFunction<byte[]> request;
    private final int expected;

    HttpClient(Machine machine, LongFunction<byte[]> request, int expected) {
        this.line = machine.http();
        this.request = request;
        this.expected = expected;
    }

    @Override
    public void act(long number) {
        assertThat(line.ask(request.apply(number))).isEqualTo(expected);
    }

    @Override
    public void close() {
        line.close();
    }
}
