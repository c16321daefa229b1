package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.stream.Stream;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.client.TaskClient;
import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.event.TaskLogLines;
import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.publish.SenderIdentity;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.routing.Router;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.Transport;
import no.abakus.tasks.transport.jms.BrokerProbe;
import no.abakus.tasks.transport.jms.ConsumerPulse;
import no.abakus.tasks.transport.jms.DeadLetters;
import no.abakus.tasks.transport.jms.JmsDeliveries;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.worker.CurrentRequest;
import no.abakus.tasks.worker.RequestStack;
import no.abakus.tasks.worker.Worker;

/** Puts the parts together, once per application, and offers those that others inject. */
@ApplicationScoped
public class TaskSystem {

    @Inject
    private TaskDiscovery discovery;

    @Inject
    @Any
    private Instance<EventListener> listeners;

    @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory connections;

    private final RequestStack requests = new RequestStack();

    private TaskRegistry registry;
    private Tasks tasks;
    private JmsDeliveries deliveries;
    private List<HealthProbe> probes;

    @PostConstruct
    void assemble() {
        TaskSystemConfig config = discovery.plan().config();
        String node = config.node().name();
        TaskClock clock = TaskClock.system();
        TaskEvents events = new TaskEvents(
                Stream.concat(Stream.of(new TaskLogLines()), listeners.stream()).toList());

        registry = new TaskRegistry(discovery.definitions());
        TaskSerializer json = new JsonTaskSerializer();
        MessageCodec codec = new MessageCodec(config.message(), json);
        Transport transport = new JmsTransport(connections, clock);
        Publisher publisher = new Publisher(
                codec,
                new ArgumentSummary(config.message(), Redaction.active(), json),
                new ContextCarrier(config.message(), Redaction.active()),
                new Router(config.routing(), discovery.plan().queues()),
                transport,
                events,
                requests::lineage,
                new SenderIdentity(node, clock, Ids.RANDOM));
        tasks = new TaskClient(registry, publisher, new ArgumentCheck(json));

        String defaultQueue = QueueNames.atBroker(config.routing().defaultQueue());
        ConsumerPulse pulse = new ConsumerPulse(connections, defaultQueue);
        deliveries = new JmsDeliveries(
                config.message().maxBodySize(),
                new Worker(registry, codec, publisher, events, requests, clock, node),
                new DeadLetters(connections, QueueNames.atBroker(QueueNames.DEAD_LETTER), clock, node),
                pulse);
        probes = List.of(new BrokerProbe(connections, defaultQueue), pulse);
    }

    @Produces
    @Singleton
    Tasks tasks() {
        return tasks;
    }

    @Produces
    @Singleton
    TaskRequest request() {
        return new CurrentRequest(requests);
    }

    @Produces
    @Singleton
    RequestStack requestStack() {
        return requests;
    }

    @Produces
    @Singleton
    TaskRegistry registry() {
        return registry;
    }

    @Produces
    @Singleton
    JmsDeliveries deliveries() {
        return deliveries;
    }

    @Produces
    @Singleton
    List<HealthProbe> probes() {
        return probes;
    }
}
