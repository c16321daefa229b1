package no.abakus.bench.logs;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Measures what logging costs an application apart from writing lines: binding and closing a context, and calling a
 * logger at a level that is off.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmarks {
    private static final Log LOG = Log.get(ReferenceEvent.LOGGER);
    private static final Logger JUL = Logger.getLogger(ReferenceEvent.LOGGER);

    private LogScope request;
    private Object value = 7;

    /** Opens the context of a request, because most calls are made within one. */
    @Setup
    public void open() {
        JUL.setLevel(Level.INFO);
        request = LogContext.bind(ReferenceEvent.context(6));
    }

    /** Closes the context of the request. */
    @TearDown
    public void close() {
        request.close();
    }

    @Benchmark
    public LogScope bindAndClose() {
        LogScope scope = LogContext.bind("order_id", value);
        scope.close();
        return scope;
    }

    @Benchmark
    public void disabled() {
        LOG.debug(ReferenceEvent.NAME, ReferenceEvent.FIRST_KEY, value);
    }
}
