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
import no.abakus.tasks.config.ConfigSource;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.RoutingConfig;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.engine.Formats;
import no.abakus.tasks.engine.SendingEngine;
import no.abakus.tasks.engine.SendingPlatform;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.registry.TaskTarget;
import no.abakus.tasks.tracing.Tracing;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.KeptConnection;
import no.abakus.tasks.transport.jms.Parking;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * Assembles the part of the task system that sends tasks, for a program outside a container. Loads no class that only a
 * container has.
 */
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
     * Creates a system that knows the tasks of these classes and may send to these queues.
     *
     * @param database the database in which the servers keep results, if this program can reach it
     * @param tracing traces the sends
     * @throws IllegalStateException if the tasks, the queues or the settings are invalid; the message lists all
     *     problems
     */
    public static RemoteSystem of(
            ConfigSource source,
            List<Class<?>> taskClasses,
            Set<String> queues,
            KeptConnection connection,
            Optional<DataSource> database,
            Tracing tracing) {
        StartupProblems problems = new StartupProblems();
        List<TaskCandidate> candidates = taskClasses.stream()
                .flatMap(type -> candidates(type, problems).stream())
                .toList();
        DeploymentPlan plan = DeploymentPlan.of(source, candidates, known(source, candidates, queues), problems);
        Formats formats = FormatChecks.checked(plan, UserBeans.NONE, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        QueueNames names = new QueueNames(plan.config().application().name());
        RemoteResults results = RemoteResults.of(database, connection, names);
        ExecutorService sends = SendThreads.of(RemoteResults.daemons("abakus-send"));
        SendingEngine engine = SendingEngine.of(
                plan.config(),
                formats,
                definitions(plan),
                platform(plan.config(), names, connection, results, sends, tracing));
        results.listenFor(engine.news());
        return new RemoteSystem(engine.tasks(), connection, results, sends);
    }

    private static SendingPlatform platform(
            TaskSystemConfig config,
            QueueNames names,
            KeptConnection connection,
            RemoteResults results,
            ExecutorService sends,
            Tracing tracing) {
        Sources sources = Sources.system();
        return new SendingPlatform(
                NodeIdentity.starting(config.node().name(), sources.ids(), sources.clock()),
                sources,
                Redaction.active(),
                new SessionTransactions(connection),
                new JmsTransport(
                        connection,
                        sources.clock(),
                        Parking.byNodes(config.delay().parkAbove()),
                        names),
                new SendLimit(sends),
                results.backend(),
                results.orders(),
                results::lookLater,
                tracing);
    }

    private static List<TaskCandidate> candidates(Class<?> type, StartupProblems problems) {
        List<TaskCandidate> found = TaskCandidate.of(type);
        if (found.isEmpty()) {
            problems.add("The class " + type.getName() + " has no tasks; annotate its methods with @AbakusTask.");
        }
        return found;
    }

    /**
     * Returns the queues to which this program may send. They include the queues that tasks declare, because only a
     * server can check whether those queues have consumers.
     */
    private static Set<String> known(ConfigSource source, List<TaskCandidate> candidates, Set<String> queues) {
        Set<String> known = new TreeSet<>();
        known.add(RoutingConfig.defaultQueue(source));
        known.addAll(queues);
        candidates.stream()
                .map(task -> task.annotation().queue())
                .filter(queue -> !queue.equals(AbakusTask.UNSET))
                .forEach(known::add);
        return known;
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

    /** The entry point. */
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
