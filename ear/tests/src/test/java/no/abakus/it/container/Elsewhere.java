package no.abakus.it.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;

/** Works, and logs, on other threads than those of its callers. */
@ApplicationScoped
@Path("elsewhere")
public class Elsewhere {

    private static final Log log = Log.get();

    private final CompletableFuture<Void> fail = new CompletableFuture<>();

    @Resource
    ManagedExecutorService executor;

    /** Returns the value of this key in the context of the server's thread. */
    @Asynchronous
    public CompletableFuture<String> read(String key) {
        return Asynchronous.Result.complete(Thread.currentThread().getName() + " " + contextual(key));
    }

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) {
        executor.execute(() -> {
            log.info("suspended_elsewhere");
            response.resume(contextual("request_id"));
        });
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
        return executor.supplyAsync(() -> contextual("request_id")).thenApplyAsync(before -> {
            log.info("stage_elsewhere");
            return before + " " + contextual("request_id");
        });
    }

    /** Fails after another request has triggered the failure. */
    @GET
    @Path("failing")
    public CompletionStage<String> failing() {
        CompletionStage<String> stage = executor.supplyAsync(() -> {
            fail.join();
            log.info("failing_elsewhere");
            throw new IllegalStateException("on purpose");
        });
        log.info("failing_returned");
        return stage;
    }

    @GET
    @Path("fail")
    public void fail() {
        fail.complete(null);
    }

    @GET
    @Path("failed")
    public CompletionStage<String> failed() {
        log.info("failed_already");
        return CompletableFuture.failedFuture(new IllegalStateException("on purpose"));
    }

    static String contextual(String key) {
        return String.valueOf(LogContext.current().get(key));
    }
}
