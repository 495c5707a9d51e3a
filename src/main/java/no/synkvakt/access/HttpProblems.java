package no.synkvakt.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Problem;
import no.synkvakt.base.WebProblems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Problems for what ends before a resource is reached: no credential, a wrong one, a body too large, no such address. */
@Singleton
class HttpProblems {

    static final int BUSY = 503;

    private static final int BEFORE_EVERYTHING = 1000;
    private static final int AFTER_ACCESS = -1;

    private static final Logger LOG = Logger.getLogger(HttpProblems.class);

    private final ObjectMapper json;
    private final RateLimits limits;
    private final SignIn signIn;
    private final RefusedPage pages;

    HttpProblems(ObjectMapper json, RateLimits limits, RefusedPage pages, SignIn signIn) {
        this.signIn = signIn;
        this.json = json;
        this.limits = limits;
        this.pages = pages;
    }

    void refuseFloods(@Observes Filters filters) {
        filters.register(
                context -> limits.ofAddress(context.request())
                        .ifPresentOrElse(wait -> askToWait(context, wait), context::next),
                BEFORE_EVERYTHING + 1);
    }

    void refuseLargeBodies(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (LargeBodies.length(context) > LargeBodies.LARGEST) {
                        context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
                        answer(context, 413);
                    } else {
                        context.next();
                    }
                },
                BEFORE_EVERYTHING);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(AFTER_ACCESS).failureHandler(this::answerFailure);
        router.errorHandler(400, context -> answer(context, 400));
    }

    /** A body of unknown length is counted while it is read: what reads it otherwise ends the request without a word. */
    void readBodiesOfUnknownLength(@Observes Router router) {
        BodyHandler reader = BodyHandler.create(false).setBodyLimit(LargeBodies.LARGEST);
        router.route().order(AFTER_ACCESS).handler(context -> {
            if (context.request().getHeader(HttpHeaderNames.TRANSFER_ENCODING) == null) {
                context.next();
            } else {
                reader.handle(context);
            }
        });
    }

    /** The answer to a caller who has not shown who they are. */
    void askWho(RoutingContext context) {
        limits.ofRefusal(context.request())
                .ifPresentOrElse(wait -> askToWait(context, wait), () -> askForCredential(context));
    }

    /** The answer to a caller who asks for too much (RFC 6585, section 4). */
    private void askToWait(RoutingContext context, Duration wait) {
        context.response().putHeader(HttpHeaderNames.RETRY_AFTER, TooManyRequests.retryAfter(wait));
        answer(context, TooManyRequests.STATUS);
    }

    private void askForCredential(RoutingContext context) {
        context.response().putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        if (RefusedPage.isWanted(context.request())) {
            show(context, 401, pages.forCaller(context));
        } else {
            answer(context, 401);
        }
    }

    /** A session that cannot be read any more is none, such as after a change of the client's secret. */
    private void sendToLogin(RoutingContext context) {
        signIn.sendToLogin(context).subscribe().with(sent -> context.response().end(), context::fail);
    }

    private void refuse(RoutingContext context) {
        if (RefusedPage.isWanted(context.request()) && context.user() instanceof QuarkusHttpUser user) {
            show(context, 403, pages.withoutRole(context.request(), user.getSecurityIdentity()));
        } else {
            answer(context, 403);
        }
    }

    private void withoutProvider(RoutingContext context) {
        if (RefusedPage.isWanted(context.request())) {
            show(context, BUSY, pages.withoutProvider(context.request()));
        } else {
            askLater(context, Duration.ofSeconds(10));
        }
    }

    private void askLater(RoutingContext context, Duration wait) {
        context.response().putHeader(HttpHeaderNames.RETRY_AFTER, TooManyRequests.retryAfter(wait));
        answer(context, BUSY);
    }

    private void answerFailure(RoutingContext context) {
        @Nullable Throwable failure = context.failure();
        if (failure instanceof AuthenticationFailedException && signIn.leadsToLogin(context)) {
            sendToLogin(context);
        } else if (failure instanceof AuthenticationFailedException
                || failure instanceof UnauthorizedException
                || failure instanceof AuthenticationCompletionException) {
            askWho(context);
        } else if (failure instanceof ForbiddenException) {
            refuse(context);
        } else if (failure instanceof TooManyRequestsException tooMany) {
            askToWait(context, tooMany.pause());
        } else if (failure instanceof OIDCException) {
            LOG.warnf("The OIDC provider does not answer: %s", failure.getMessage());
            withoutProvider(context);
        } else if (failure == null && context.statusCode() == BUSY) {
            askLater(context, Duration.ofSeconds(1));
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            answer(context, context.statusCode());
        } else {
            context.next();
        }
    }

    private static void show(RoutingContext context, int status, TemplateInstance page) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        page.createUni()
                .subscribe()
                .with(
                        html -> context.response()
                                .setStatusCode(status)
                                .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                                .end(html),
                        context::fail);
    }

    private void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        try {
            response.setStatusCode(status)
                    .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem(context, status)));
        } catch (JsonProcessingException e) {
            context.next();
        }
    }

    private static Problem problem(RoutingContext context, int status) {
        String detail = WebProblems.detail(status);
        return switch (status) {
            case 404 ->
                Problem.of(
                        status,
                        detail,
                        new FieldError(
                                "path", WebProblems.withoutKey(context.request().path()), WebProblems.ADDRESS));
            case 413 ->
                Problem.of(
                        status,
                        detail,
                        new FieldError("body", "too long", "at most " + LargeBodies.LARGEST + " bytes"));
            default -> Problem.of(status, detail);
        };
    }
}
