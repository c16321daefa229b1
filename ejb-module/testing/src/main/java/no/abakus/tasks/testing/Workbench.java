package no.abakus.tasks.testing;

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
import no.abakus.tasks.operate.ReportedProgress;
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
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.worker.CurrentRequest;
import org.assertj.core.api.AssertProvider;

/**
 * The task system without a server. Messages pass through the real serializer and the real worker. The broker and the
 * database are in memory, and there is no container.
 *
 * <pre>{@code
 * Workbench bench = Workbench.of(new Mailer());
 * bench.tasks().call(Mailer::send, "a@b.no").countdown(Duration.ofMinutes(5)).applyAsync();
 * bench.clock().advance(Duration.ofMinutes(5));
 * bench.runDue();
 * assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded");
 * }</pre>
 *
 * <p>Add settings, queues, listeners and beans before the first task is sent or run. Not thread-safe.
 *
 * <p>If a task method throws an exception, its task fails, but {@link #runDue} does not. So close the workbench at the
 * end of the test: {@link #close} fails the test if it did not expect the failure. {@link WorkbenchExtension} closes
 * the workbench.
 */
public final class Workbench extends WorkbenchParts implements AssertProvider<WorkbenchAssert>, AutoCloseable {

    /** The name of the first node. */
    public static final String NODE = "bench";

    /** If one {@link #runDue} makes more deliveries than this, a task most likely sends or retries itself for ever. */
    private static final int MAX_DELIVERIES = 10_000;

    private final LastProgress progress = new LastProgress(this::running);
    private final EagerRunner eager;
    private final Tasks tasks;
    /** Unknown tasks do not wait, because the test must see a misspelt name immediately. */
    private final TreeMap<String, String> settings =
            new TreeMap<>(Map.of("abakus.tasks.worker.unknown-task-wait", "PT0S"));

    private final Set<String> queues = new HashSet<>(Set.of("default"));
    private final List<TaskDefinition> definitions = new ArrayList<>();
    private final List<TaskSerializer> serializers = new ArrayList<>();
    private final List<TaskCompressor> compressors = new ArrayList<>();
    private final List<TaskRouter> routers = new ArrayList<>();
    private Engine engine;

    /** Creates a workbench without tasks. */
    public Workbench() {
        this(NODE, SharedMemory.fresh());
    }

    private Workbench(String node, SharedMemory memory) {
        super(node, memory);
        surroundings.add(progress);
        eager = new EagerRunner(memory.transport(), events, memory.failures(), this::worker);
        tasks = EagerDoor.around(new DeferredTasks(() -> engine().tasks()), eager);
    }

    /** Creates a second node without tasks. It shares the broker, the stores and the clock with this node. */
    public Workbench secondNode(String name) {
        return new Workbench(name, memory);
    }

    /** Creates a workbench with the tasks of these objects. */
    public static Workbench of(Object... beans) {
        Workbench bench = new Workbench();
        for (Object bean : beans) {
            bench.register(bean);
        }
        return bench;
    }

    /** Adds the tasks of an object. The object's constructor may take {@link #tasks} and {@link #request}. */
    public Workbench register(Object bean) {
        return prepare(() -> definitions.addAll(AnnotatedTasks.of(bean.getClass(), bean, state.requests())));
    }

    /**
     * Adds the tasks of a class. Their methods are called on this object. Use this for a CDI bean, because its proxy
     * does not have the annotations of the class.
     */
    public <T> Workbench register(Class<T> type, T bean) {
        return prepare(() -> definitions.addAll(AnnotatedTasks.of(type, bean, state.requests())));
    }

    /**
     * Makes each task run during the call that sends it, in the caller's thread, even if it is not due. Its retries and
     * the tasks that it sends run then, too. The call returns when all these have ended; failures are recorded as on a
     * worker. Arguments still pass through the serializer. Celery: {@code task_always_eager}.
     */
    public Workbench eager() {
        eager.turnOn(false);
        return this;
    }

    /**
     * Does the same as {@link #eager}, but the call throws the exception with which the task failed. A checked
     * exception is thrown as the cause of an {@link IllegalStateException}. Celery: {@code task_eager_propagates}.
     */
    public Workbench eagerThrowing() {
        eager.turnOn(true);
        return this;
    }

    /** Sets a configuration key, such as {@code abakus.tasks.message.max-body-size}. */
    public Workbench set(String key, String value) {
        return prepare(() -> settings.put(key, value));
    }

    /** Adds a queue. The queue {@code default} always exists. */
    public Workbench queue(String name) {
        return prepare(() -> queues.add(name));
    }

    /** Adds a listener of events. */
    public Workbench listener(EventListener listener) {
        return prepare(() -> surroundings.add(listener));
    }

    /** Sets the value of all later random numbers, from 0 inclusive to 1 exclusive. It is 0 at first. */
    public Workbench chance(double next) {
        surroundings.chance(next);
        return this;
    }

    /** Adds an observer of this type of hook, for all tasks. {@link TaskHook} itself stands for all types. */
    public <H extends TaskHook> Workbench hook(Class<H> type, Consumer<? super H> observer) {
        return prepare(() -> surroundings.observe(type, observer));
    }

    /** Adds a serializer of the application. {@code abakus.tasks.body.accept} must name the serializer. */
    public Workbench serializer(TaskSerializer serializer) {
        return prepare(() -> serializers.add(serializer));
    }

    /** Adds a compressor of the application. */
    public Workbench compressor(TaskCompressor compressor) {
        return prepare(() -> compressors.add(compressor));
    }

    /** Adds a router of the application. */
    public Workbench router(TaskRouter router) {
        return prepare(() -> routers.add(router));
    }

    /** Traces sends and runs with this tracer. */
    public Workbench tracer(TaskTracer tracer) {
        return prepare(() -> surroundings.trace(tracer));
    }

    private Workbench prepare(Runnable change) {
        if (engine != null) {
            throw new IllegalStateException("The system runs already; prepare it before the first task is sent or run");
        }
        change.run();
        return this;
    }

    /** Returns the entry point for sending tasks; beans inject it. */
    public Tasks tasks() {
        return tasks;
    }

    /** Returns the running task; beans inject it. */
    public TaskRequest request() {
        return new CurrentRequest(state.requests());
    }

    /** The clock, which stands still until the test moves it. */
    public SettableClock clock() {
        return memory.clock();
    }

    /**
     * Lets the node die and start again. The new run finds these records of the tasks that were running. The test must
     * deliver the messages of these tasks again.
     */
    public Workbench restartedAfter(LeftTask... tasks) {
        surroundings.restartAfter(List.of(tasks));
        if (engine != null) {
            memory.topic().leave(engine.control().listener());
        }
        engine = null;
        return this;
    }

    /**
     * Expects failures with this type of exception in this test, before or after this call. {@code throwsExpected} of
     * {@code @AbakusTask} declares failures for all tests; {@link SentTaskAssert#failedBy} expects the failure of one
     * task.
     */
    public Workbench expectFailure(Class<? extends Throwable> type) {
        memory.failures().expect(type);
        return this;
    }

    /**
     * Ends the test.
     *
     * @throws AssertionError if a task has failed and the test did not expect the failure; the task's exception is the
     *     cause
     */
    @Override
    public void close() {
        memory.failures().check();
    }

    /** The failures that the test has not expected yet. */
    Failures failures() {
        return memory.failures();
    }

    /**
     * Returns the last progress that the task with this id reported by {@link TaskRequest#progress}, with the text
     * unchanged; empty if the task reported none. {@link #control} shows what operators see while the task runs.
     */
    public Optional<ReportedProgress> progress(String id) {
        return progress.of(id);
    }

    /** All events so far. */
    public RecordingEvents events() {
        return events;
    }

    /**
     * Enforces time limits, measured by the machine's clock. The method of a task with a hard limit runs on a thread of
     * its own. Without this call, nothing enforces the limits that messages carry.
     */
    public Workbench keepTimeLimits() {
        return prepare(surroundings::keepTimeLimits);
    }

    /**
     * Runs all tasks that are due, and those that become due as a result, on this thread. If a task method throws an
     * exception, its task fails, and {@link #close} then fails the test unless the test expected the failure.
     *
     * @return the number of deliveries
     */
    public int runDue() {
        int delivered = 0;
        while (memory.transport().deliverNext(worker())) {
            if (++delivered > MAX_DELIVERIES) {
                throw new IllegalStateException("The tasks seem to go on for ever: " + MAX_DELIVERIES
                        + " deliveries, and more tasks are due; does a task retry or send itself without delay?");
            }
        }
        return delivered;
    }

    /**
     * Runs all tasks that were sent, on this thread, and moves the clock to the next due time until no task waits.
     *
     * @return the number of deliveries
     */
    public int drain() {
        int delivered = runDue();
        for (Optional<Instant> next = memory.transport().nextDue();
                next.isPresent();
                next = memory.transport().nextDue()) {
            memory.clock().set(next.get());
            delivered += runDue();
            if (delivered > MAX_DELIVERIES) {
                throw new IllegalStateException("The tasks seem to go on for ever: " + MAX_DELIVERIES
                        + " deliveries, and more tasks wait; does a task retry for ever, or send itself with a"
                        + " countdown?");
            }
        }
        return delivered;
    }

    /** Returns the arguments as a worker reads them. For unknown tasks, the body suggests the types. */
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
        return worker().deliver(new Delivery(
                message, new Route("default", 4), memory.clock().now(), 1, false));
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
