package no.abakus.logging.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Records what a test logs, at every level, for assertions.
 *
 * <pre>{@code
 * @RegisterExtension
 * final LogCapture logs = LogCapture.of(Mailer.class);
 *
 * @Test
 * void tells_that_a_mail_was_sent() {
 *     mailer.send("a@b.no");
 *     logs.assertLogged("mail_sent", "recipient_count", 1);
 * }
 * }</pre>
 *
 * <p>As a field of a test instance it starts empty for each test. It records what the test's own thread logs, and what
 * threads started by it log, so tests that run concurrently do not see each other's events. To record existing threads,
 * such as those of a shared pool, use {@link #fromAllThreads}. Thread-safe.
 *
 * <p>Corresponds to structlog's {@code capture_logs} and {@code LogCapture}.
 */
public final class LogCapture implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
    /** The captures that the thread belongs to, inherited by the threads it starts. */
    private static final InheritableThreadLocal<List<LogCapture>> OPEN = new InheritableThreadLocal<>();

    private static final ConcurrentMap<String, Lowered> LEVELS = new ConcurrentHashMap<>();

    private final Logger logger;
    private final boolean allThreads;
    private final List<CapturedEvent> events = new ArrayList<>();
    private final Handler handler = new Keeping();

    private LogCapture(String logger, boolean allThreads) {
        this.logger = Logger.getLogger(logger);
        this.allThreads = allThreads;
    }

    /** Returns a capture of what this class's logger and the loggers below it log. */
    public static LogCapture of(Class<?> owner) {
        return new LogCapture(owner.getName(), false);
    }

    /** Returns a capture of what this logger and the loggers below it log. The empty name is the root logger. */
    public static LogCapture of(String logger) {
        return new LogCapture(logger, false);
    }

    /**
     * Records the events of all threads, including those that have nothing to do with the test. Returns this capture.
     */
    public LogCapture fromAllThreads() {
        return new LogCapture(logger.getName(), true);
    }

    /** Starts to capture immediately, for use without JUnit; ends with {@link #close}. */
    public LogCapture start() {
        open();
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        open();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    /** Stops capturing and restores the logger's level. The captured events stay available. */
    @Override
    public void close() {
        logger.removeHandler(handler);
        LEVELS.computeIfPresent(logger.getName(), (name, lowered) -> lowered.less(logger));
        List<LogCapture> others = new ArrayList<>(open(OPEN.get()));
        others.remove(this);
        if (others.isEmpty()) {
            OPEN.remove();
        } else {
            OPEN.set(others);
        }
    }

    /** Returns all events so far, in order. */
    public List<CapturedEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /** Returns the events with this name so far. */
    public List<CapturedEvent> events(String name) {
        return events().stream().filter(event -> name.equals(event.event())).toList();
    }

    /**
     * Returns the only event with this name.
     *
     * @throws AssertionError if there is none, or more than one; says what was logged instead
     */
    public CapturedEvent only(String name) {
        List<CapturedEvent> found = events(name);
        if (found.size() != 1) {
            throw new AssertionError(
                    "expected one event " + name + " but there were " + found.size() + " among " + described());
        }
        return found.get(0);
    }

    /**
     * Asserts that an event with this name and these fields was logged.
     *
     * @param keysAndValues alternating; the event may have other fields too
     * @return the first such event
     * @throws AssertionError if there is none; says what was logged instead
     */
    public CapturedEvent assertLogged(String name, Object... keysAndValues) {
        return events(name).stream()
                .filter(event -> event.has(keysAndValues))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected " + name + " with " + Arrays.toString(keysAndValues)
                        + " but there was " + described()));
    }

    /**
     * Asserts that nothing was logged at this level or above.
     *
     * @param level debug, info, warning, error or critical
     * @throws AssertionError if something was; says what
     */
    public void assertNothingFrom(String level) {
        List<String> levels = List.of("debug", "info", "warning", "error", "critical");
        int from = levels.indexOf(level);
        if (from < 0) {
            throw new IllegalArgumentException("'" + level + "' is no level; there are " + levels);
        }
        List<CapturedEvent> found = events().stream()
                .filter(event -> levels.indexOf(event.level()) >= from)
                .toList();
        if (!found.isEmpty()) {
            throw new AssertionError("expected nothing from " + level + " but there was " + found);
        }
    }

    private void open() {
        synchronized (events) {
            events.clear();
        }
        List<LogCapture> all = new ArrayList<>(open(OPEN.get()));
        all.add(this);
        OPEN.set(all);
        LEVELS.compute(logger.getName(), (name, lowered) -> Lowered.more(lowered, logger));
        logger.addHandler(handler);
    }

    private static List<LogCapture> open(List<LogCapture> captures) {
        return captures == null ? List.of() : captures;
    }

    private String described() {
        List<CapturedEvent> all = events();
        return all.isEmpty()
                ? "nothing"
                : all.stream().map(event -> "\n  " + event).collect(Collectors.joining());
    }

    /**
     * A logger that lets everything through while captures are open.
     *
     * @param captures how many captures are open
     * @param before the level to restore
     */
    private record Lowered(int captures, Optional<Level> before) {
        static Lowered more(Lowered already, Logger logger) {
            if (already != null) {
                return new Lowered(already.captures + 1, already.before);
            }
            Lowered first = new Lowered(1, Optional.ofNullable(logger.getLevel()));
            logger.setLevel(Level.ALL);
            return first;
        }

        /** Returns null with the last capture. */
        Lowered less(Logger logger) {
            if (captures > 1) {
                return new Lowered(captures - 1, before);
            }
            logger.setLevel(before.orElse(null));
            return null;
        }
    }

    private final class Keeping extends Handler {
        @Override
        public void publish(LogRecord record) {
            if (allThreads || open(OPEN.get()).contains(LogCapture.this)) {
                CapturedEvent event = CapturedEvent.of(record);
                synchronized (events) {
                    events.add(event);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
