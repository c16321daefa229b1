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

    private static final int HANDED_OVER = 0;
    private static final int CURRENT = 1;

    /**
     * Each thread has one array for its two requests, so that a task needs few lookups. A pooled thread keeps only an
     * empty array, so it does not refer to any class of Abakus.
     */
    private final ThreadLocal<Object[]> requests = ThreadLocal.withInitial(() -> new Object[2]);

    void handOver(RunningRequest request) {
        requests.get()[HANDED_OVER] = request;
    }

    /** Discards a request that no interceptor took. */
    void withdraw() {
        requests.get()[HANDED_OVER] = null;
    }

    /**
     * Enters the task that was handed to this thread, if any. The task's request is current until the returned scope is
     * closed.
     */
    public Optional<Entered> enter() {
        Object[] own = requests.get();
        RunningRequest request = (RunningRequest) own[HANDED_OVER];
        if (request == null) {
            return Optional.empty();
        }
        own[HANDED_OVER] = null;
        Object outer = own[CURRENT];
        own[CURRENT] = request;
        return Optional.of(new Entered(own, outer, LogContext.replace(request.context())));
    }

    /** The task that this thread runs, as the parent of the tasks that it sends. */
    public Optional<Lineage> lineage() {
        return current().map(RunningRequest::lineage);
    }

    /** Whether this thread runs a task. */
    public boolean isRunning() {
        return requests.get()[CURRENT] != null;
    }

    Optional<RunningRequest> current() {
        return Optional.ofNullable((RunningRequest) requests.get()[CURRENT]);
    }

    /** The scope of a task method. The thread that entered it must close it. */
    public static final class Entered implements AutoCloseable {

        private final Object[] own;
        private final Object outer;
        private final LogScope scope;

        private Entered(Object[] own, Object outer, LogScope scope) {
            this.own = own;
            this.outer = outer;
            this.scope = scope;
        }

        @Override
        public void close() {
            scope.close();
            own[CURRENT] = outer;
        }
    }
}
