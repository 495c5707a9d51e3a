package no.synkvakt.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import no.synkvakt.base.Problem;
import no.synkvakt.base.WebProblems;
import org.jspecify.annotations.Nullable;

/** Problems for what ends before a resource is reached: no credential, a wrong one, a body too large, no such address. */
@Singleton
class HttpProblems {

    private static final long LARGEST_BODY = 5L * 1024 * 1024;
    private static final int BEFORE_EVERYTHING = 1000;

    private final ObjectMapper json;

    HttpProblems(ObjectMapper json) {
        this.json = json;
    }

    void refuseLargeBodies(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (length(context) > LARGEST_BODY) {
                        context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
                        answer(context, 413);
                    } else {
                        context.next();
                    }
                },
                BEFORE_EVERYTHING);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(-1).failureHandler(this::answerFailure);
        router.route().last().handler(context -> answer(context, 404));
    }

    private void answerFailure(RoutingContext context) {
        @Nullable Throwable failure = context.failure();
        if (failure instanceof AuthenticationFailedException || failure instanceof UnauthorizedException) {
            context.response().putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
            answer(context, 401);
        } else if (failure instanceof ForbiddenException) {
            answer(context, 403);
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            answer(context, context.statusCode());
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        try {
            response.setStatusCode(status)
                    .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(Problem.of(status, WebProblems.detail(status))));
        } catch (JsonProcessingException e) {
            context.next();
        }
    }

    private static long length(RoutingContext context) {
        @Nullable String length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
