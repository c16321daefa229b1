package no.abakus.tasks.engine;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import no.abakus.tasks.client.TaskClient;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.Headers;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.publish.Dispatch;
import no.abakus.tasks.publish.Lineage;
import no.abakus.tasks.publish.MessageParts;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.publish.SenderIdentity;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.workflow.StartAgain;
import no.abakus.tasks.workflow.WorkflowAdvance;
import no.abakus.tasks.workflow.WorkflowStart;

/** The sending half of the system: turns a call into a message at the broker. */
final class Sending {

    private final SendingPlatform platform;
    private final TaskRegistry registry;
    private final MessageCodec codec;
    private final Publisher publisher;
    private final SignatureCodec signatures = new SignatureCodec();
    private final ArgumentCheck arguments;

    /**
     * Assembles the parts.
     *
     * @param firstSends sends new tasks, and may also record them; retries use the transport of the platform
     * @param expired receives new tasks that expire before they are sent
     * @param sentAgain receives the messages of later executions, and where they were sent
     * @param lineage returns the task that the calling thread is running
     */
    Sending(
            TaskSystemConfig config,
            Formats formats,
            TaskRegistry registry,
            TaskEvents events,
            Transport firstSends,
            Consumer<TaskMessage> expired,
            BiConsumer<Route, TaskMessage> sentAgain,
            Supplier<Optional<Lineage>> lineage,
            SendingPlatform platform) {
        JsonTaskSerializer json = new JsonTaskSerializer();
        this.platform = platform;
        this.registry = registry;
        this.arguments = new ArgumentCheck(json);
        this.codec = new MessageCodec(
                config.message(), config.decoding(), config.body(), formats.serializers(), formats.compressors());
        this.publisher = new Publisher(
                new MessageParts(
                        codec,
                        new ArgumentSummary(config.message(), platform.redaction(), json),
                        new ContextCarrier(config.message(), platform.redaction()),
                        new Headers(config.message()),
                        signatures),
                formats.router(),
                new Dispatch(
                        firstSends,
                        platform.transport(),
                        expired,
                        sentAgain,
                        platform.transactions(),
                        platform.sources().clock(),
                        platform.sendLimit()),
                events,
                platform.tracing(),
                lineage,
                new SenderIdentity(
                        platform.node().name(),
                        platform.sources().clock(),
                        platform.sources().ids(),
                        platform.sources().tokens()));
    }

    MessageCodec codec() {
        return codec;
    }

    Publisher publisher() {
        return publisher;
    }

    TaskClient client(Results results) {
        return new TaskClient(
                registry,
                new WorkflowStart(registry, publisher, signatures, arguments),
                arguments,
                results,
                platform.transactions());
    }

    StartAgain startAgain() {
        return new StartAgain(registry, publisher, signatures, arguments);
    }

    WorkflowAdvance advance() {
        return new WorkflowAdvance(
                registry, publisher, signatures, platform.sources().ids());
    }
}
