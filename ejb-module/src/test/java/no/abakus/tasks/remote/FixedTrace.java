package no.abakus.tasks.remote;

import java.util.Map;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskTracer;

/** Puts every send at the same place in a trace. */
final class FixedTrace implements TaskTracer {

    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @Override
    public Map<String, String> current() {
        return Map.of("trace_id", TRACE);
    }

    @Override
    public Send sending(TaskMessage message, Route route) {
        return new Send() {
            @Override
            public Map<String, String> headers() {
                return Map.of("traceparent", PARENT);
            }

            @Override
            public void sent() {}

            @Override
            public void failed(Throwable thrown) {}
        };
    }

    @Override
    public Run running(Delivery delivery) {
        throw new IllegalStateException("A program outside a server runs no tasks");
    }
}
