package no.abakus.tasks.worker;

import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.DeliveryHandler;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Settlement;
import no.abakus.tasks.spi.TaskEvent;

/** Runs the tasks that a transport delivers. Thread-safe. */
public final class Worker implements DeliveryHandler {

    private final Pipeline pipeline;
    private final TaskEvents events;
    private final TaskClock clock;

    public Worker(
            TaskRegistry registry,
            MessageCodec codec,
            Publisher publisher,
            TaskEvents events,
            RequestStack requests,
            TaskClock clock,
            String node) {
        this.pipeline = Pipeline.of(registry, codec, publisher, events, requests, clock, node);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Settlement deliver(Delivery delivery) {
        return pipeline.run(new Execution(delivery, clock.now())).settlement();
    }

    @Override
    public void unreadable(String queue, String messageId, Rejection rejection) {
        events.publish(() -> new TaskEvent.Unreadable(queue, messageId, rejection));
    }
}
