package no.abakus.tasks.opentelemetry;

import java.util.Map;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskTracer;

/** A node whose messages are written by a stranger: its sends add no headers. */
record WithoutHeaders(TaskTracer tracer) implements TaskTracer {

    @Override
    public Map<String, String> current() {
        return tracer.current();
    }

    @Override
    public Send sending(TaskMessage message, Route route) {
        Send send = tracer.sending(message, route);
        return new Send() {
            @Override
            public Map<String, String> headers() {
                return Map.of();
            }

            @Override
            public void sent() {
                send.sent();
            }

            @Override
            public void failed(Throwable thrown) {
                send.failed(thrown);
            }
        };
    }

    @Override
    public Run running(Delivery delivery) {
        return tracer.running(delivery);
    }
}
