package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.config.ServerDefaults;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.engine.Formats;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskRouter;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.worker.CurrentRequest;
import org.assertj.core.api.AssertProvider;

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
 *
 * <p>A task method that throws fails its task and not {@link #runDue}, as on a server. So the workbench must be closed at the
 * end of the test, which {@link WorkbenchExtension} does: closing it fails the test if it did not expect the failure.
 */
public final class Workbench extends WorkbenchParts implements AssertProvider<WorkbenchAssert>, AutoCloseable {

    /** The name of the one node. */
    public static final String NODE = "bench";

    /** More deliveries than that in one {@link #runDue} are a task that sends or retries itself for ever. */
    private static final int MAX_DELIVERIES = 10_000;

    private final EagerRunner eager;
    private final Tasks tasks;
    /** The test must see a misspelt name immediately. */
    private final TreeMap<String, String> settings =
            new TreeMap<>(Map.of("abakus.tasks.worker.unknown-task-wait", "PT0S"));

    private final Set<String> queues = new HashSet<>(Set.of("default"));
    private final List<TaskDefinition> definitions = new ArrayList<>();
    private final List<TaskSerializer> serializers = new ArrayList<>();
    private final List<TaskCompressor> compressors = new ArrayList<>();
    private final List<TaskRouter> routers = new ArrayList<>();
    private Engine engine;

    /** A workbench without tasks yet. */
    public Workbench() {
        this(NODE, SharedMemory.fresh());
    }

    private Workbench(String node, SharedMemory memory) {
        super(node, memory);
        eager = new EagerRunner(memory.transport(), events, memory.failures(), this::worker);
        tasks = EagerDoor.around(new DeferredTasks(() -> engine().tasks()), eager);
    }

    /** A second node, without tasks yet, at the same broker, over the same results and orders, and with the same clock. */
    public Workbench secondNode(String name) {
        return new Workbench(name, memory);
    }

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
        return prepare(() -> definitions.addAll(AnnotatedTasks.of(bean.getClass(), bean, state.requests())));
    }

    /**
     * Adds the tasks of a class, called on this object: the form for a CDI bean, whose object is a proxy that does not show
     * its class's annotations.
     */
    public <T> Workbench register(Class<T> type, T bean) {
        return prepare(() -> definitions.addAll(AnnotatedTasks.of(type, bean, state.requests())));
    }

    /**
     * From now on a task runs at the call that sends it, in the caller's thread, whether due or not, and so do its retries and
     * what it sends. The call returns when all of that has ended; failures are kept, as those on a worker are. Arguments make
     * the trip through the serializer even so. Celery: {@code task_always_eager}.
     */
    public Workbench eager() {
        eager.turnOn(false);
        return this;
    }

    /**
     * As {@link #eager}, and the call throws what the task failed by; a checked exception, which it cannot throw, as the cause of an
     * {@link IllegalStateException}. Celery: {@code task_eager_propagates}.
     */
    public Workbench eagerThrowing() {
        eager.turnOn(true);
        return this;
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
        return prepare(() -> surroundings.add(listener));
    }

    /** Sets what chance says from now on: from 0 inclusive to 1 exclusive; 0 at first. */
    public Workbench chance(double next) {
        surroundings.chance(next);
        return this;
    }

    /** Adds somebody who observes hooks of this type, of all tasks: {@link TaskHook} itself for all of them. */
    public <H extends TaskHook> Workbench hook(Class<H> type, Consumer<? super H> observer) {
        return prepare(() -> surroundings.observe(type, observer));
    }

    /** Adds a serializer of the application's own; it has to be accepted by {@code abakus.tasks.body.accept}. */
    public Workbench serializer(TaskSerializer serializer) {
        return prepare(() -> serializers.add(serializer));
    }

    /** Adds a compressor of the application's own. */
    public Workbench compressor(TaskCompressor compressor) {
        return prepare(() -> compressors.add(compressor));
    }

    /** Adds a router of the application's own. */
    public Workbench router(TaskRouter router) {
        return prepare(() -> routers.add(router));
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
        return new CurrentRequest(state.requests());
    }

    /** The time; it stands still until it is moved. */
    public SettableClock clock() {
        return memory.clock();
    }

    /** What was sent, what waits, and the dead letters. */
    public InMemoryTransport transport() {
        return memory.transport();
    }

    /** What is kept of tasks whose result is wanted. */
    public InMemoryResults results() {
        return memory.results();
    }

    /**
     * The node dies, and this is its next run: of what it was running it knows what these say. What was being delivered is
     * to be delivered again by hand.
     */
    public Workbench restartedAfter(LeftTask... tasks) {
        surroundings.restartAfter(List.of(tasks));
        if (engine != null) {
            memory.topic().leave(engine.control().listener());
        }
        engine = null;
        return this;
    }

    /** Deletes results and orders that have expired by {@link #clock}; returns how many. */
    public int cleanUp() {
        return engine().results().cleanUp() + engine().orders().removeExpired();
    }

    /**
     * Tasks may fail with this type of exception in this test, before or after this call. {@code throwsExpected} of
     * {@code @AbakusTask} says the same for good; {@link SentTaskAssert#failedBy} says it for one task.
     */
    public Workbench expectFailure(Class<? extends Throwable> type) {
        memory.failures().expect(type);
        return this;
    }

    /**
     * Ends the test.
     *
     * @throws AssertionError if a task has failed and the test did not expect it; the task's exception is its cause
     */
    @Override
    public void close() {
        memory.failures().check();
    }

    /** The failures that the test has not seen. */
    Failures failures() {
        return memory.failures();
    }

    /** What happened. */
    public RecordingEvents events() {
        return events;
    }

    /**
     * Keeps time limits, by the machine's clock: a body with a hard limit runs on a thread of its own. Without this, limits are
     * carried and shown, and bodies may take as long as they like.
     */
    public Workbench keepTimeLimits() {
        return prepare(surroundings::keepTimeLimits);
    }

    /**
     * Runs all that is due, and all that falls due by it, on this thread. A task method that throws fails its task, and
     * the test when it ends, unless that is expected: {@link #close}.
     *
     * @return how many deliveries that were
     */
    public int runDue() {
        int delivered = 0;
        while (memory.transport().deliverNext(worker())) {
            if (++delivered > MAX_DELIVERIES) {
                throw new IllegalStateException("There seems to be no end: " + MAX_DELIVERIES
                        + " deliveries, and more is due; does a task retry or send itself without delay?");
            }
        }
        return delivered;
    }

    /**
     * Runs all that was sent, on this thread, moving the clock on to whatever is due next until nothing waits any more.
     *
     * @return how many deliveries that were
     */
    public int drain() {
        int delivered = runDue();
        for (Optional<Instant> next = memory.transport().nextDue(); next.isPresent(); next = memory.transport().nextDue()) {
            memory.clock().set(next.get());
            delivered += runDue();
            if (delivered > MAX_DELIVERIES) {
                throw new IllegalStateException("There seems to be no end: " + MAX_DELIVERIES
                        + " deliveries, and more waits; does a task retry for ever, or send itself with a countdown?");
            }
        }
        return delivered;
    }

    /** The arguments of a message as the worker reads them; of a task that is not known here, as the body has them. */
    public TaskArguments arguments(TaskMessage message) {
        ParameterTypes types = engine().registry()
                .find(message.task())
                .<ParameterTypes>map(TaskDefinition::parameters)
                .orElse(new AnyTypes());
        try {
            return engine().codec().decode(message, types);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(
                    "The arguments of task " + message.task() + "[" + message.id() + "] cannot be read", e);
        }
    }

    @Override
    public WorkbenchAssert assertThat() {
        return new WorkbenchAssert(this);
    }

    /** Delivers one message as if it had just come from the default queue. */
    public Settlement deliver(TaskMessage message) {
        return worker().deliver(new Delivery(message, new Route("default", 4), memory.clock().now(), 1, false));
    }

    @Override
    Engine engine() {
        if (engine == null) {
            engine = assemble();
        }
        return engine;
    }

    private Engine assemble() {
        StartupProblems problems = new StartupProblems();
        TaskSystemConfig config = TaskSystemConfig.read(new MapSource(settings), ServerDefaults.NONE, problems);
        Formats formats = Formats.of(config, queues, serializers, compressors, routers, problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        Engine fresh = new Engine(config, formats, queues, definitions, state, surroundings.platform(this::engine));
        fresh.orders().refresh();
        memory.topic().join(fresh.control().listener());
        return fresh;
    }
}
