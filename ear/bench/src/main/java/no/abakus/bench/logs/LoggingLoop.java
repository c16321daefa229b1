package no.abakus.bench.logs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.server.JsonHandler;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * A process that logs to its stdout as fast as it can, through WildFly's log manager. It uses either our handler or
 * WildFly's console-handler with its json-formatter. Reports the lines per second on stderr.
 */
public final class LoggingLoop {
    private static final String OURS = "abakus";
    private static final int REQUEST_KEYS = 6;

    private final AtomicBoolean on = new AtomicBoolean(true);
    private final LongAdder lines = new LongAdder();
    private final Map<String, String> context = ReferenceEvent.context(REQUEST_KEYS);
    private final Log ours = Log.get(ReferenceEvent.LOGGER);
    private final Logger theirs = Logger.getLogger(ReferenceEvent.LOGGER);

    private LoggingLoop() {}

    /**
     * Logs for some seconds to warm up, and then measures for the same time.
     *
     * @param arguments the handler ({@code abakus} or {@code jboss}), the number of threads, and the number of seconds
     */
    public static void main(String... arguments) throws InterruptedException {
        boolean isOurs = arguments[0].equals(OURS);
        PrintStream answer = System.err;
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(isOurs ? new JsonHandler() : console());
        root.setLevel(Level.INFO);
        int seconds = Integer.parseInt(arguments[2]);
        LoggingLoop loop = new LoggingLoop();
        answer.println(loop.linesASecond(isOurs, Integer.parseInt(arguments[1]), seconds));
    }

    private static Handler console() {
        ConsoleHandler console = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, new JsonFormatter());
        console.setAutoFlush(true);
        return console;
    }

    private long linesASecond(boolean isOurs, int count, int seconds) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(isOurs ? this::logOurs : this::logTheirs);
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
        try (LogScope scope = LogContext.bind(context)) {
            while (on.get()) {
                ours.info(
                        ReferenceEvent.NAME,
                        ReferenceEvent.FIRST_KEY,
                        ReferenceEvent.FIRST_VALUE,
                        ReferenceEvent.SECOND_KEY,
                        ReferenceEvent.SECOND_VALUE);
                lines.increment();
            }
        }
    }

    private void logTheirs() {
        ReferenceEvent.contextAndFields(REQUEST_KEYS).forEach(MDC::put);
        while (on.get()) {
            theirs.info(ReferenceEvent.NAME);
            lines.increment();
        }
    }
}
