package no.abakus.tasks.deployment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import no.abakus.logging.Redaction;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.client.TaskClient;
import no.abakus.tasks.config.ConfigSource;
import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.RoutingConfig;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.event.TaskLogLines;
import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.Headers;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.publish.Dispatch;
import no.abakus.tasks.publish.MessageParts;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.publish.SenderIdentity;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.registry.TaskTarget;
import no.abakus.tasks.result.NotedRevoking;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.Transactions;
import no.abakus.tasks.spi.Transport;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.KeptConnection;
import no.abakus.tasks.transport.jms.Parking;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.workflow.WorkflowStart;

/** Puts the sending half together, for a program outside of a container. Loads no class that only a container has. */
public final class RemoteSystem implements AutoCloseable {

    private final Tasks tasks;
    private final KeptConnection connection;
    private final RemoteResults results;
    private final ExecutorService sends;

    private RemoteSystem(Tasks tasks, KeptConnection connection, RemoteResults results, ExecutorService sends) {
        this.tasks = tasks;
        this.connection = connection;
        this.results = results;
        this.sends = sends;
    }

    /**
     * A system that knows the tasks of these classes and may send to these queues.
     *
     * @param database where the servers keep results, if it can be reached
     * @throws IllegalStateException if something is wrong with them or with the settings, telling all of it
     */
    public static RemoteSystem of(
            ConfigSource source,
            List<Class<?>> taskClasses,
            Set<String> queues,
            KeptConnection connection,
            Optional<DataSource> database) {
        StartupProblems problems = new StartupProblems();
        List<TaskCandidate> candidates = taskClasses.stream()
                .flatMap(type -> candidates(type, problems).stream())
                .toList();
        DeploymentPlan plan = DeploymentPlan.of(source, candidates, atBroker(source, candidates, queues), problems);
        SendingPlan sending = SendingPlan.of(plan, UserBeans.NONE, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        RemoteResults results = RemoteResults.of(database, connection);
        ExecutorService sends = SendThreads.of(RemoteResults.daemons("abakus-send"));
        return new RemoteSystem(tasks(plan, sending, connection, results, sends), connection, results, sends);
    }

    private static List<TaskCandidate> candidates(Class<?> type, StartupProblems problems) {
        List<TaskCandidate> found = TaskCandidate.of(type);
        if (found.isEmpty()) {
            problems.add("The class " + type.getName() + " has no task; annotate its methods with @AbakusTask.");
        }
        return found;
    }

    /** Who declares a task's queue knows of it; that somebody consumes it, only the server can tell. */
    private static Set<String> atBroker(ConfigSource source, List<TaskCandidate> candidates, Set<String> queues) {
        Set<String> known = new TreeSet<>();
        known.add(QueueNames.atBroker(RoutingConfig.defaultQueue(source)));
        queues.forEach(queue -> known.add(QueueNames.atBroker(queue)));
        candidates.stream()
                .map(task -> task.annotation().queue())
                .filter(queue -> !queue.equals(AbakusTask.UNSET))
                .forEach(queue -> known.add(QueueNames.atBroker(queue)));
        return known;
    }

    private static Tasks tasks(
            DeploymentPlan plan,
            SendingPlan sending,
            KeptConnection connection,
            RemoteResults remoteResults,
            ExecutorService sends) {
        TaskSystemConfig config = plan.config();
        TaskClock clock = TaskClock.system();
        TaskSerializer json = new JsonTaskSerializer();
        Transport transport = new JmsTransport(
                connection, clock, Parking.byNodes(config.delay().parkAbove()));
        Transactions transactions = new SessionTransactions(connection);
        SignatureCodec signatures = new SignatureCodec();
        Publisher publisher = new Publisher(
                new MessageParts(
                        new MessageCodec(
                                config.message(),
                                config.decoding(),
                                config.body(),
                                sending.serializers(),
                                sending.compressors()),
                        new ArgumentSummary(config.message(), Redaction.active(), json),
                        new ContextCarrier(config.message(), Redaction.active()),
                        new Headers(config.message()),
                        signatures),
                sending.router(),
                new Dispatch(transport, transport, unsent -> {}, transactions, clock, new SendLimit(sends)),
                new TaskEvents(List.of(new TaskLogLines())),
                Optional::empty,
                new SenderIdentity(config.node().name(), clock, Ids.RANDOM, Ids.RANDOM));
        TaskRegistry registry = TaskRegistry.incomplete(definitions(plan));
        ArgumentCheck arguments = new ArgumentCheck(json);
        return new TaskClient(
                registry,
                new WorkflowStart(registry, publisher, signatures, arguments),
                arguments,
                new Results(
                        remoteResults.backend(),
                        new ResultCodec(json, config.results()),
                        remoteResults.waiters(),
                        registry,
                        // Only nodes may tell; they see what is revoked here when they look.
                        new NotedRevoking(
                                remoteResults.backend(),
                                transactions,
                                clock,
                                config.control().revocationRetention()),
                        transactions,
                        () -> false,
                        clock),
                transactions);
    }

    private static List<TaskDefinition> definitions(DeploymentPlan plan) {
        return plan.attributes().entrySet().stream()
                .map(task -> new TaskDefinition(
                        task.getKey().name(),
                        task.getValue(),
                        task.getKey().beanClass(),
                        task.getKey().method(),
                        TaskParameters.of(task.getKey().method()),
                        new Elsewhere(task.getKey())))
                .toList();
    }

    /** The front door. */
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public void close() {
        results.close();
        sends.shutdown();
        connection.close();
    }

    /** A task that runs in another process. */
    private record Elsewhere(TaskCandidate task) implements TaskTarget {
        @Override
        public Object invoke(Object[] arguments) {
            throw new IllegalStateException("Task " + task.name() + " runs on a server; this program only sends it");
        }

        @Override
        public ClassLoader loader() {
            return task.beanClass().getClassLoader();
        }
    }
}
