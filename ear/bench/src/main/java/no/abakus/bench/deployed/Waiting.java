package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Tasks;

/** Measures how soon a waiting caller gets a result. */
@ApplicationScoped
public class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 20_000_000;

    @Inject
    private Tasks tasks;

    @Inject
    private Arrivals arrivals;

    /**
     * Runs one task after the other. Returns for each task the nanoseconds from the start of its body to the return of
     * {@code get}. The body does nothing.
     */
    long[] waits(int count) {
        arrivals.expect(count);
        long[] waits = new long[count];
        for (int number = 0; number < count; number++) {
            AsyncResult<Object> result = tasks.call(TextTasks.TRACKED)
                    .args(number, "hei")
                    .ignoreResult(false)
                    .applyAsync();
            if (!"hei".equals(result.get(PATIENCE))) {
                throw new IllegalStateException("The result of " + result.id() + " is wrong");
            }
            waits[number] = System.nanoTime() - arrivals.at(number);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return waits;
    }
}
