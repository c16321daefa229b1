package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.tasks.config.ServerConfig;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskTracer;

/**
 * Creates spans by OpenTelemetry's conventions for messaging: {@code send QUEUE} of kind producer for each task that is
 * sent, and {@code process QUEUE} of kind consumer for each run.
 *
 * <p>This class implements a type of OpenTelemetry. So it cannot be loaded where OpenTelemetry is absent, and CDI
 * leaves it out there.
 *
 * <p>The engine uses one instance. The scope is not {@code @Singleton}, because CDI does not discover beans by that
 * annotation.
 */
@Dependent
@Typed(TaskTracer.class)
public class TaskSpans implements TaskTracer, TextMapGetter<TaskMessage> {

    private static final String SCOPE = "no.abakus.tasks";

    private final Supplier<Tracer> tracer;
    private final Relation relation;

    /**
     * Creates spans with the bean {@code OpenTelemetry}, which the server or the application provides. Both WildFly and
     * Payara have such a bean. If there is none, uses the global instance, for example that of the agent.
     */
    @Inject
    TaskSpans(Instance<OpenTelemetry> telemetry) {
        this(
                // The lookup waits until a task is sent or run, because after an earlier lookup the application could
                // no longer set the global instance.
                () -> telemetry.isResolvable() ? telemetry.get() : GlobalOpenTelemetry.get(),
                Relation.of(ServerConfig.source().get(Relation.KEY)));
    }

    /**
     * Returns a tracer that uses this OpenTelemetry, for a program outside a server: {@code
     * RemoteTasks.over(…).tracer(…)}.
     */
    public static TaskTracer of(OpenTelemetry telemetry) {
        return new TaskSpans(() -> telemetry, Relation.PARENT);
    }

    TaskSpans(Supplier<OpenTelemetry> telemetry, Relation relation) {
        this.tracer = () -> telemetry.get().getTracer(SCOPE);
        this.relation = relation;
    }

    @Override
    public Map<String, String> current() {
        return LogEntries.ofCurrent();
    }

    @Override
    public Send sending(TaskMessage message, Route route) {
        Span span = MessageAttributes.SEND
                .on(tracer.get().spanBuilder("send " + route.queue()), message, route)
                .setSpanKind(SpanKind.PRODUCER)
                .startSpan();
        return new SendSpan(span);
    }

    @Override
    public Run running(Delivery delivery) {
        TaskMessage message = delivery.message();
        Context sent = MessageHeaders.read(message, this);
        SpanContext send = Span.fromContext(sent).getSpanContext();
        SpanBuilder builder = MessageAttributes.PROCESS
                .on(tracer.get().spanBuilder("process " + delivery.route().queue()), message, delivery.route())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(relation == Relation.PARENT ? sent : Context.root());
        if (send.isValid()) {
            builder.addLink(send);
        }
        return new RunSpan(builder.startSpan());
    }

    @Override
    public Iterable<String> keys(TaskMessage message) {
        return message.extras().headers().keySet();
    }

    /** Returns any value, valid or not. The caller ignores invalid values, as the standard says. */
    @Override
    public String get(TaskMessage message, String key) {
        return Optional.ofNullable(message)
                .map(one -> one.extras().headers().get(key))
                .map(Object::toString)
                .orElse(null);
    }
}
