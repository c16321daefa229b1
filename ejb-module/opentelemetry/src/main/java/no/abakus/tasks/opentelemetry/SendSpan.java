package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;
import no.abakus.tasks.spi.TaskTracer;

/** The span of one send. */
record SendSpan(Span span) implements TaskTracer.Send {

    @Override
    public Map<String, String> headers() {
        return MessageHeaders.of(Context.root().with(span));
    }

    @Override
    public void sent() {
        span.end();
    }

    @Override
    public void failed(Throwable thrown) {
        Failures.mark(span, thrown);
        span.end();
    }
}
