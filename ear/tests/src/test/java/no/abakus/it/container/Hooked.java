package no.abakus.it.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.OfTask;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.TaskRequest;

/** A task, and an observer of its outcome that fails on request. */
@ApplicationScoped
public class Hooked {

    /** What the task and its observer should do. */
    public enum Way {
        RETURN,
        THROW,
        RETRY_ONCE,
        RETURN_AND_HAVE_OBSERVERS_THROW
    }

    private static final int FIRST = 1;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Inject
    TaskRequest request;

    @AbakusTask(name = "tests.hooked", maxRetries = 1)
    public String grind(Way way) {
        heard.add("body");
        if (way == Way.THROW) {
            throw new IllegalStateException("on purpose");
        }
        if (way == Way.RETRY_ONCE && request.retries() == 0) {
            throw request.retry(Duration.ofSeconds(2));
        }
        return way.name();
    }

    @AbakusTask(name = "tests.not_hooked")
    public void other() {
        heard.add("the other body");
    }

    void hear(@Observes @Priority(FIRST) @OfTask("tests.hooked") TaskHook hook) {
        heard.add(hook.getClass().getSimpleName());
        if (String.valueOf(hook.request().args()).contains(Way.RETURN_AND_HAVE_OBSERVERS_THROW.name())) {
            throw new IllegalStateException("an observer, on purpose");
        }
    }

    void hearAll(@Observes TaskHook.AfterReturn hook) {
        if (hook.request().task().startsWith("tests.")) {
            heard.add("after " + hook.request().task() + ": " + hook.state());
        }
    }

    /** Returns the next event, or null if none arrives in time. */
    public String next(long patienceMillis) throws InterruptedException {
        return heard.poll(patienceMillis, TimeUnit.MILLISECONDS);
    }
}
