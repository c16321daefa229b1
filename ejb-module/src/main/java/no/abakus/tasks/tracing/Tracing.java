package no.abakus.tasks.tracing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskTracer;

/** The traces of sends and runs. Thread-safe. */
public final class Tracing {

    /** Traces nothing. */
    public static final Tracing OFF = new Tracing(Optional.empty());

    private final Optional<TaskTracer> tracer;
    private final Shield shield = new Shield();

    private Tracing(Optional<TaskTracer> tracer) {
        this.tracer = tracer;
    }

    /** Returns tracing with this tracer. */
    public static Tracing with(TaskTracer tracer) {
        return new Tracing(Optional.of(tracer));
    }

    /** Whether there is a tracer. */
    public boolean isOn() {
        return tracer.isPresent();
    }

    /**
     * Runs a send while the log context contains the caller's place in a trace, so that the message carries that place
     * too.
     */
    public <T> T asCaller(Supplier<T> send) {
        Map<String, String> place =
                tracer.isEmpty() ? Map.of() : shield.call(() -> tracer.get().current(), Map.of());
        if (place.isEmpty()) {
            return send.get();
        }
        try (LogScope scope = LogContext.bind(place)) {
            return send.get();
        }
    }

    /** Returns the traces of messages that are sent together. */
    public SendTraces sends() {
        return tracer.map(one -> new SendTraces(one, shield)).orElse(SendTraces.NONE);
    }

    /** Starts the trace of a run. */
    public RunTrace run(Delivery delivery) {
        if (tracer.isEmpty()) {
            return RunTrace.NONE;
        }
        return shield.call(() -> Optional.of(tracer.get().running(delivery)), Optional.<TaskTracer.Run>empty())
                .map(run -> new RunTrace(Optional.of(run), shield))
                .orElse(RunTrace.NONE);
    }
}
