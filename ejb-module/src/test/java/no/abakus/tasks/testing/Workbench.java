package no.abakus.tasks.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.client.TaskClient;
import no.abakus.tasks.config.StartupProblems;
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
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.routing.Router;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.DeliveryHandler;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.Settlement;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.worker.CurrentRequest;
import no.abakus.tasks.worker.RequestStack;
import no.abakus.tasks.worker.Worker;

/**
 * The whole task system without a server, put together by hand over memory. A message travels as far as on a server, through
 * serializer and worker; only broker and container are not there.
 *
 * <pre>{@code
 * Workbench bench = Workbench.of(new Mailer());
 * bench.tasks().call(Mailer::send, "a@b.no").countdown(Duration.ofMinutes(5)).applyAsync();
 * bench.clock().advance(Duration.ofMinutes(5));
 * bench.runDue();
 * assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded");
 * }</pre>
 *
 * <p>Settings, queues, listeners and beans are added before the first task is sent or run. To be used by one thread.
 */
public final class Workbench {

    /** The name of the one node. */
    public static final String NODE = "bench";

    /** More deliveries than that in one {@link #runDue} are a task that sends or retries itself for ever. */
    private static final int MAX_DELIVERIES = 10_000;

    private record Engine(TaskClient tasks, Worker worker) {}

    private final SettableClock clock = new SettableClock();
    private final InMemoryTransport transport = new InMemoryTransport(clock);
    private final RecordingEvents events = new RecordingEvents();
    private final RequestStack requests = new RequestStack();
    private final Tasks tasks = new DeferredTasks(() -> engine().tasks());
    private final TreeMap<String, String> settings = new TreeMap<>();
    private final Set<String> queues = new HashSet<>(Set.of("default"));
    private final List<EventListener> listeners = new ArrayList<>();
    private final List<TaskDefinition> definitions = new ArrayList<>();
    private Engine engine;

    /** A workbench with the tasks of these objects. */
    public static Workbench of(Object... beans) {
        Workbench bench = new Workbench();
        for (Object bean : beans) {
            bench.register(bean);
        }
        return bench;
    }

    /** Adds the tasks of an object; it may have been given {@link #tasks} and {@link #request} before. */
    public Workbench register(Object bean) {
        return prepare(() -> definitions.addAll(AnnotatedTasks.of(bean, requests)));
    }

    /** Sets a key of the configuration, such as {@code abakus.tasks.message.max-body-size}. */
    public Workbench set(String key, String value) {
        return prepare(() -> settings.put(key, value));
    }

    /** Has a listener consume this queue. */
    public Workbench queue(String name) {
        return prepare(() -> queues.add(name));
    }

    /** Adds somebody who is told of events. */
    public Workbench listener(EventListener listener) {
        return prepare(() -> listeners.add(listener));
    }

    private Workbench prepare(Runnable change) {
        if (engine != null) {
            throw new IllegalStateException("The system runs already; set it up before the first task is sent or run");
        }
        change.run();
        return this;
    }

    /** The front door. */
    public Tasks tasks() {
        return tasks;
    }

    /** What beans inject to ask about the task that is running. */
    public TaskRequest request() {
        return new CurrentRequest(requests);
    }

    /** The time; it stands still until it is moved. */
    public SettableClock clock() {
        return clock;
    }

    /** What was sent, what waits, and the dead letters. */
    public InMemoryTransport transport() {
        return transport;
    }

    /** What happened. */
    public RecordingEvents events() {
        return events;
    }

    /** The worker, for deliveries made by hand. */
    public DeliveryHandler worker() {
        return engine().worker();
    }

    /**
     * Runs all that is due, and all that falls due by it, on this thread.
     *
     * @return how many deliveries that were
     */
    public int runDue() {
        int delivered = 0;
        while (transport.deliverNext(worker())) {
            if (++delivered > MAX_DELIVERIES) {
                throw new IllegalStateException("There seems to be no end: " + MAX_DELIVERIES
                        + " deliveries, and more is due; does a task retry or send itself without delay?");
            }
        }
        return delivered;
    }

    /** Delivers one message as if it had just come from the default queue. */
    public Settlement deliver(TaskMessage message) {
        return worker().deliver(new Delivery(message, new Route("default", 4), clock.now(), 1, false));
    }

    private Engine engine() {
        if (engine == null) {
            engine = assemble();
        }
        return engine;
    }

    private Engine assemble() {
        StartupProblems problems = new StartupProblems();
        TaskSystemConfig config = TaskSystemConfig.read(new MapSource(settings), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        JsonTaskSerializer json = new JsonTaskSerializer();
        MessageCodec codec = new MessageCodec(config.message(), json);
        TaskRegistry registry = new TaskRegistry(definitions);
        TaskEvents told = new TaskEvents(Stream.concat(Stream.of(new TaskLogLines(), events), listeners.stream())
                .toList());
        Publisher publisher = new Publisher(
                codec,
                new ArgumentSummary(config.message(), Redaction.standard(), json),
                new ContextCarrier(config.message(), Redaction.standard()),
                new Router(config.routing(), queues),
                transport,
                told,
                requests::lineage,
                new SenderIdentity(NODE, clock, new CountingIds()));
        return new Engine(
                new TaskClient(registry, publisher, new ArgumentCheck(json)),
                new Worker(registry, codec, publisher, told, requests, clock, NODE));
    }
}
