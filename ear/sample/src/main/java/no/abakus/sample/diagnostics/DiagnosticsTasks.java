package no.abakus.sample.diagnostics;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;

/** Tasks that show what happens to a task. */
public class DiagnosticsTasks {

    private static final Log log = Log.get();

    /** A library's logger, which knows nothing of ours. */
    private static final Logger thirdParty = Logger.getLogger("third.party");

    private static final double NANOS = 1e9;
    private static final Duration SOON = Duration.ofMillis(100);

    private final TaskRequest request;
    private final Tasks tasks;
    private final Ledger ledger;

    /** For the container's proxy. */
    protected DiagnosticsTasks() {
        this(null, null, null);
    }

    @Inject
    public DiagnosticsTasks(TaskRequest request, Tasks tasks, Ledger ledger) {
        this.request = request;
        this.tasks = tasks;
        this.ledger = ledger;
    }

    /** The sum. */
    @AbakusTask(name = "diagnostics.add")
    public long add(long x, long y) {
        return Math.addExact(x, y);
    }

    /** Any value, unchanged. */
    @AbakusTask(name = "diagnostics.echo")
    public Object echo(Object value) {
        return value;
    }

    /** Sleeps; can be interrupted. */
    @AbakusTask(name = "diagnostics.sleep")
    public double sleep(double seconds) throws InterruptedException {
        Thread.sleep((long) (seconds * 1000));
        return seconds;
    }

    /** Keeps a processor busy and does not mind interrupts. */
    @AbakusTask(name = "diagnostics.spin")
    public double spin(double seconds) {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return seconds;
    }

    /** Throws. */
    @AbakusTask(name = "diagnostics.fail")
    public void fail(String message) {
        throw new IllegalStateException(message);
    }

    /** Asks to be run again until it has been as many times; answers how many that were. */
    @AbakusTask(name = "diagnostics.retry_until", maxRetries = -1)
    public int retryUntil(int retries) {
        if (request.retries() < retries) {
            throw request.retry(SOON);
        }
        return request.retries();
    }

    /** The log context as a task sees it. */
    @AbakusTask(name = "diagnostics.context")
    public Map<String, Object> context() {
        return LogContext.current().toMap();
    }

    /** All that a task may know of its execution. */
    @AbakusTask(name = "diagnostics.request")
    public RequestView request() {
        return RequestView.of(request);
    }

    /** Logs one line with these fields. */
    @AbakusTask(name = "diagnostics.log")
    public void log(String event, Map<String, Object> fields) {
        List<Object> pairs = new ArrayList<>();
        fields.forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        log.info(event, pairs.toArray());
    }

    /** Logs one line as a library would. */
    @AbakusTask(name = "diagnostics.foreign_log")
    public void foreignLog(String message) {
        thirdParty.info(message);
    }

    /** Sends another task and answers its id. */
    @AbakusTask(name = "diagnostics.spawn")
    public String spawn(String task, List<Object> args) {
        return tasks.call(task).args(args.toArray()).applyAsync().id();
    }

    /** Writes a row to the ledger in a transaction of its own, sleeps in it, and answers the row's id. */
    @AbakusTask(name = "diagnostics.record")
    @Transactional
    public long record(String key, double seconds) throws InterruptedException {
        long row = ledger.write(key, request);
        Thread.sleep((long) (seconds * 1000));
        return row;
    }
}
