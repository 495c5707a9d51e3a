package no.synkvakt.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers who have a key from ending the process by many large bodies at once: so many bytes of bodies are under way at
 * one time, whoever comes then is asked to come again. Small bodies, which reports are, are always taken. What is stored in
 * memory for a body of JSON is several times its size; a twelfth of the heap has been seen to be safe.
 */
@Singleton
class LargeBodies {

    static final long LARGEST = 5L * 1024 * 1024;

    private static final long SMALL = 64L * 1024;
    private static final int PART_OF_HEAP = 12;

    /** Once it is known who calls, and that they may: after Quarkus' own handlers of 200 and 100. */
    private static final int AFTER_AUTHORIZATION = 50;

    private final long most;
    private final AtomicLong underWay = new AtomicLong();

    LargeBodies(@ConfigProperty(name = "synkvakt.limit.bodies") Optional<MemorySize> most) {
        this.most = most.map(size -> size.asBigInteger().longValueExact())
                .orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** How many bytes a request says, or may be thought, to bring. */
    static long length(RoutingContext context) {
        if (context.request().getHeader(HttpHeaderNames.TRANSFER_ENCODING) != null) {
            return LARGEST;
        }
        @Nullable String length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    void bound(@Observes Filters filters) {
        filters.register(this::admit, AFTER_AUTHORIZATION);
    }

    private void admit(RoutingContext context) {
        long length = length(context);
        if (length <= SMALL) {
            context.next();
        } else if (isRoomFor(length)) {
            context.addEndHandler(ended -> underWay.addAndGet(-length));
            context.next();
        } else {
            context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
            context.fail(HttpProblems.BUSY);
        }
    }

    /** One body alone is always taken, however small the heap. */
    private boolean isRoomFor(long length) {
        long before = underWay.getAndUpdate(now -> fits(now, length) ? now + length : now);
        return fits(before, length);
    }

    private boolean fits(long now, long length) {
        return now == 0 || now + length <= most;
    }
}
