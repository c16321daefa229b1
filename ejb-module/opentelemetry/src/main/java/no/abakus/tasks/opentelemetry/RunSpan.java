package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.TaskTracer;

/** The span of one run. */
record RunSpan(Span span) implements TaskTracer.Run {

    @Override
    public Map<String, String> logContext() {
        return LogEntries.of(span.getSpanContext());
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the caller closes what is returned
    public TaskTracer.Entered enter() {
        Scope scope = span.makeCurrent();
        return scope::close;
    }

    @Override
    public void ended(TaskState state, Optional<Throwable> thrown) {
        span.setAttribute("abakus.task.state", name(state));
        thrown.ifPresent(exception -> Failures.mark(span, exception));
        span.end();
    }

    /** Returns the state's name, as the metrics show it. */
    private static String name(TaskState state) {
        return switch (state) {
            case SUCCESS -> "succeeded";
            case FAILURE -> "failed";
            case RETRY -> "retried";
            case QUEUED -> "requeued";
            default -> state.name().toLowerCase(Locale.ROOT);
        };
    }
}
