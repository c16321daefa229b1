package no.abakus.tasks.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskTracer;

/** The traces of messages that are sent together. Not thread-safe. */
public final class SendTraces {

    static final SendTraces NONE = new SendTraces(null, null);

    private final TaskTracer tracer;
    private final Shield shield;
    private final List<TaskTracer.Send> started = new ArrayList<>();

    SendTraces(TaskTracer tracer, Shield shield) {
        this.tracer = tracer;
        this.shield = shield;
    }

    /** Whether there is a tracer. */
    public boolean areWanted() {
        return tracer != null;
    }

    /** Starts the trace of a send, and returns the message with the trace's headers. */
    public TaskMessage start(TaskMessage message, Route route) {
        return shield.call(
                () -> {
                    TaskTracer.Send send = tracer.sending(message, route);
                    started.add(send);
                    Map<String, String> headers = send.headers();
                    return headers.isEmpty() ? message : message.carrying(headers);
                },
                message);
    }

    /** Sends the messages, and ends their traces. */
    public void around(Runnable send) {
        try {
            send.run();
        } catch (RuntimeException | Error e) {
            end(one -> one.failed(e));
            throw e;
        }
        end(TaskTracer.Send::sent);
    }

    private void end(Consumer<TaskTracer.Send> how) {
        for (TaskTracer.Send send : started) {
            shield.run(() -> how.accept(send));
        }
    }
}
