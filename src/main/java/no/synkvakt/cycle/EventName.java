package no.synkvakt.cycle;

/**
 * What an event goes by.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#id">CloudEvents 1.0, id</a>
 */
public record EventName(String source, String id) {

    public static EventName of(StepEvent event) {
        return new EventName(event.source(), event.id());
    }
}
