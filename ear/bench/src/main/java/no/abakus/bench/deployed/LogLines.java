package no.abakus.bench.deployed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;
import no.abakus.logging.Log;
import no.abakus.logging.LogScope;
import org.jboss.logging.MDC;

/** Logs the same event as fast as the server takes it. The event has two fields and a log context like a request's. */
final class LogLines {
    private static final String LOGGER = "no.abakus.lego.events.Registrations";
    private static final String EVENT = "registration_success";
    private static final int REQUEST_KEYS = 6;

    private final AtomicBoolean on = new AtomicBoolean(true);
    private final LongAdder lines = new LongAdder();
    private final Log ours = Log.get(LOGGER);
    private final Logger theirs = Logger.getLogger(LOGGER);

    /**
     * Logs for this many seconds to warm up, and then measures for the same time. Returns the lines per second.
     *
     * @param way {@code log} for our logger and context, {@code mdc} for those of the server
     */
    long perSecond(String way, int count, int seconds) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(way.equals("log") ? this::logOurs : this::logTheirs);
            thread.start();
            threads.add(thread);
        }
        TimeUnit.SECONDS.sleep(seconds);
        long before = lines.sum();
        long begun = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        long measured = lines.sum() - before;
        long nanos = System.nanoTime() - begun;
        on.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        return measured * TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    private void logOurs() {
        try (LogScope scope = CallerContext.open(REQUEST_KEYS)) {
            while (on.get()) {
                ours.info(EVENT, "event_id", 42, "pool", "Abakusser");
                lines.increment();
            }
        }
    }

    /**
     * Logs through the server's logger. The event's fields go into the MDC as strings, because that logger takes no
     * fields.
     */
    private void logTheirs() {
        for (Map.Entry<String, Object> entry : CallerContext.first(REQUEST_KEYS).entrySet()) {
            MDC.put(entry.getKey(), String.valueOf(entry.getValue()));
        }
        MDC.put("event_id", "42");
        MDC.put("pool", "Abakusser");
        while (on.get()) {
            theirs.info(EVENT);
            lines.increment();
        }
    }
}
