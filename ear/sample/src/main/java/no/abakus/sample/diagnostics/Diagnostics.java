package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;

/** Tasks for trying out the task system. This class is only a bean if {@link DiagnosticsSwitch} adds it. */
@Vetoed
@ApplicationScoped
public class Diagnostics {

    private static final Log log = Log.get();
    private static final Logger thirdParty = Logger.getLogger("third.party");
    private static final int TOGETHER = 200;

    @Inject
    Tasks tasks;

    @Inject
    TaskRequest request;

    @Inject
    Ledger ledger;

    /** Returns the sum. */
    @AbakusTask(name = "diagnostics.add")
    public long add(long x, long y) {
        return Math.addExact(x, y);
    }

    /** Returns any JSON value unchanged. */
    @AbakusTask(name = "diagnostics.echo")
    public Object echo(Object value) {
        return value;
    }

    /** Sleeps, and can be interrupted. */
    @AbakusTask(name = "diagnostics.sleep")
    public double sleep(double seconds) throws InterruptedException {
        Thread.sleep(nanos(seconds) / 1_000_000, (int) (nanos(seconds) % 1_000_000));
        return seconds;
    }

    /** Keeps a processor busy and ignores interrupts. */
    @AbakusTask(name = "diagnostics.spin")
    public double spin(double seconds) {
        long begun = System.nanoTime();
        long span = nanos(seconds);
        while (System.nanoTime() - begun < span) {
            Thread.onSpinWait();
        }
        return seconds;
    }

    /**
     * Goes through this many steps, and reports its progress at each. The steps together take this many seconds.
     * Returns the number of steps.
     */
    @AbakusTask(name = "diagnostics.progress")
    public long progress(long steps, double seconds) throws InterruptedException {
        for (long step = 1; step <= steps; step++) {
            request.progress(step, steps, "step " + step);
            sleep(seconds / steps);
        }
        return steps;
    }

    /** Fails. */
    @AbakusTask(name = "diagnostics.fail")
    public void fail(String message) {
        throw new IllegalStateException(message);
    }

    /** Asks for a retry until it has been retried this many times. */
    @AbakusTask(name = "diagnostics.retry_until", maxRetries = -1)
    public int retryUntil(int retries) {
        if (request.retries() < retries) {
            throw request.retry(Duration.ofMillis(100));
        }
        return request.retries();
    }

    /** Returns the log context as a task sees it. */
    @AbakusTask(name = "diagnostics.context")
    public Map<String, Object> context() {
        return LogContext.current().toMap();
    }

    /** Returns all that a task can know about its own execution. */
    @AbakusTask(name = "diagnostics.request")
    public Map<String, Object> request() {
        return RequestFields.of(request);
    }

    /** Returns the name of the module in whose JNDI context the task runs. */
    @AbakusTask(name = "diagnostics.module")
    @SuppressWarnings("BanJNDI") // the platform defines the name
    public String module() throws NamingException {
        return InitialContext.doLookup("java:module/ModuleName");
    }

    /** Writes one log line. */
    @AbakusTask(name = "diagnostics.log")
    public void log(String event, Map<String, Object> fields) {
        Object[] pairs = fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray();
        log.info(event, pairs);
    }

    /** Writes one log line, as a library that does not know this project would. */
    @AbakusTask(name = "diagnostics.foreign_log")
    public void foreignLog(String message) {
        thirdParty.info(message);
    }

    /** Sends another task and returns its id. */
    @AbakusTask(name = "diagnostics.spawn")
    public String spawn(String task, List<Object> args) {
        return tasks.call(task).args(args.toArray()).applyAsync().id();
    }

    /**
     * Sends another task {@code count} times, two hundred per transaction and all due at the same instant. Returns how
     * many it sent.
     */
    @AbakusTask(name = "diagnostics.spawn_many")
    public int spawnMany(String task, List<Object> args, int count, Instant eta) {
        for (int left = count; left > 0; left -= TOGETHER) {
            tasks.callAll(IntStream.range(0, Math.min(left, TOGETHER))
                    .mapToObj(i -> tasks.call(task).args(args.toArray()).eta(eta))
                    .toList());
        }
        return count;
    }

    /** Writes to the ledger in a transaction of its own that stays open for this many seconds. Returns the row's id. */
    @AbakusTask(name = "diagnostics.record")
    @Transactional(rollbackOn = InterruptedException.class)
    public String record(String key, double seconds) throws InterruptedException {
        String row = ledger.write(key, request);
        sleep(seconds);
        return row;
    }

    /**
     * Does the same as {@link #record}, but in the worker's transaction. The worker records in this transaction that
     * the task has ended.
     */
    @AbakusTask(name = "diagnostics.record_transacted", acks = Acks.TRANSACTED)
    @Transactional(rollbackOn = InterruptedException.class)
    public String recordTransacted(String key, double seconds) throws InterruptedException {
        return record(key, seconds);
    }

    /** Does the same as {@link #record}, but is acknowledged before it runs. */
    @AbakusTask(name = "diagnostics.record_early", acks = Acks.EARLY)
    @Transactional(rollbackOn = InterruptedException.class)
    public String recordEarly(String key, double seconds) throws InterruptedException {
        return record(key, seconds);
    }

    /** Does the same as {@link #record}, but does not run again if its server dies. */
    @AbakusTask(name = "diagnostics.record_once", rejectOnWorkerLost = false)
    @Transactional(rollbackOn = InterruptedException.class)
    public String recordOnce(String key, double seconds) throws InterruptedException {
        return record(key, seconds);
    }

    /** Writes to the ledger, at most ten times a second. */
    @AbakusTask(name = "diagnostics.limited", rateLimit = "10/s")
    @Transactional
    public String limited(String key) {
        return ledger.write(key, request);
    }

    /** An errback that writes the data of the failed task to the ledger, under the key {@code error:<id>}. */
    @AbakusTask(name = "diagnostics.on_error")
    public void onError(FailedTask failed) {
        ledger.write("error:" + failed.id(), request, FailedTaskText.of(failed));
    }

    private static long nanos(double seconds) {
        if (!(seconds >= 0 && seconds <= 86_400)) {
            throw new IllegalArgumentException(seconds + " s is not between 0 and a day");
        }
        return (long) (seconds * 1e9);
    }
}
