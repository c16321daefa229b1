package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.publish.Lineage;

/**
 * Tracks which task each thread runs. The worker hands over a request before it calls the bean. The bean's interceptor
 * takes the request, which stays current until the task method returns. A task method called directly finds no request
 * to take, so it runs as part of the calling task. Celery: {@code request_stack}.
 */
@SuppressWarnings("ThreadLocalUsage") // one stack per application; a server may hold several
public final class RequestStack {

    private final ThreadLocal<RunningRequest> handedOver = new ThreadLocal<>();
    private final ThreadLocal<RunningRequest> current = new ThreadLocal<>();

    void handOver(RunningRequest request) {
        handedOver.set(request);
    }

    /** Discards a request that no interceptor took. */
    void withdraw() {
        handedOver.remove();
    }

    /**
     * Enters the task that was handed to this thread, if any. The task's request is current until the returned scope is
     * closed.
     */
    public Optional<Entered> enter() {
        RunningRequest request = handedOver.get();
        if (request == null) {
            return Optional.empty();
        }
        handedOver.remove();
        RunningRequest outer = current.get();
        current.set(request);
        return Optional.of(new Entered(outer, LogContext.replace(request.context())));
    }

    /** The task that this thread runs, as the parent of the tasks that it sends. */
    public Optional<Lineage> lineage() {
        RunningRequest request = current.get();
        return request == null ? Optional.empty() : Optional.of(request.lineage());
    }

    /** Whether this thread runs a task. */
    public boolean isRunning() {
        return current.get() != null;
    }

    Optional<RunningRequest> current() {
        return Optional.ofNullable(current.get());
    }

    /** The scope of a task method. The thread that entered it must close it. */
    public final class Entered implements AutoCloseable {

        private final RunningRequest outer;
        private final LogScope scope;

        private Entered(RunningRequest outer, LogScope scope) {
            this.outer = outer;
            this.scope = scope;
        }

        @Override
        public void close() {
            scope.close();
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }
}
