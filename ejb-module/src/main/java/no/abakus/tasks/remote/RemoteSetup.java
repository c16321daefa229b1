package no.abakus.tasks.remote;

import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import no.abakus.tasks.config.ApplicationConfig;
import no.abakus.tasks.config.ConfigSource;
import no.abakus.tasks.config.ServerConfig;
import no.abakus.tasks.deployment.RemoteSystem;
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.tracing.Tracing;
import no.abakus.tasks.transport.jms.KeptConnection;

/** The settings of a {@link RemoteTasks}. Not thread-safe, and for one use only. */
public final class RemoteSetup {

    private static final String APPLICATION = "abakus.tasks.application";

    private final ConnectionFactory connections;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Class<?>> taskClasses = new ArrayList<>();
    private final Set<String> queues = new LinkedHashSet<>();
    private DataSource database;
    private Tracing tracing = Tracing.OFF;
    private String user;
    private String password;

    RemoteSetup(ConnectionFactory connections) {
        this.connections = Objects.requireNonNull(connections, "connections");
    }

    /** Sets the broker user to send as. Default: the connection factory's own login, if it has one. */
    public RemoteSetup login(String user, String password) {
        this.user = user;
        this.password = password;
        return this;
    }

    /**
     * Sets the program's name, which is the origin in messages and events. Default: the setting {@code
     * abakus.tasks.node.name}, else the host name, else the process id.
     */
    public RemoteSetup node(String name) {
        return set("abakus.tasks.node.name", name);
    }

    /**
     * Names the application whose workers run this program's tasks, by the name of its EAR or WAR, or by its setting
     * {@code abakus.tasks.application}. Default: {@code abakus}, the application whose name is not part of its queues'
     * names. {@link no.abakus.tasks.TaskCall#application} names another application for a single call.
     */
    public RemoteSetup application(String name) {
        return set(APPLICATION, name);
    }

    /**
     * Registers the tasks of these classes. They can then be called by method reference, their arguments are checked
     * before they are sent, and they go to the queues they declare. No object of the classes is created.
     */
    public RemoteSetup tasksOf(Class<?>... classes) {
        taskClasses.addAll(List.of(classes));
        return this;
    }

    /**
     * Names queues that calls may be sent to, besides the default queue and those that the known tasks declare. A call
     * to any other queue is refused, because it might have no consumer.
     */
    public RemoteSetup queues(String... names) {
        queues.addAll(List.of(names));
        return this;
    }

    /**
     * Sets the database in which the servers store results. With the database, this program can read, await and forget
     * results, and revoke tasks. The data source need not take part in transactions, and may be a connection pool.
     * Without the database, these calls throw an {@link no.abakus.tasks.OperationalException}. Celery: {@code
     * Celery(backend=…)}.
     */
    public RemoteSetup results(DataSource database) {
        this.database = database;
        return this;
    }

    /**
     * Traces the sends with this tracer, such as {@code TaskSpans.of(openTelemetry)} of {@code abakus-opentelemetry}.
     * Default: no traces.
     */
    public RemoteSetup tracer(TaskTracer tracer) {
        tracing = Tracing.with(Objects.requireNonNull(tracer, "tracer"));
        return this;
    }

    /**
     * Sets a key of {@code docs/configuration.md}. Other keys are read from system properties and environment
     * variables, as on a server.
     */
    public RemoteSetup set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /**
     * Creates the client. The client contacts the broker only at the first send. That send fails if the broker cannot
     * be reached or refuses the login.
     *
     * @throws IllegalStateException if settings or tasks are invalid; the message lists every problem and how to fix it
     */
    public RemoteTasks connect() {
        settings.putIfAbsent(APPLICATION, ApplicationConfig.PLAIN);
        KeptConnection connection =
                user == null ? new KeptConnection(connections) : new KeptConnection(connections, user, password);
        return new RemoteTasks(RemoteSystem.of(
                new Settings(Map.copyOf(settings), ServerConfig.source()),
                taskClasses,
                queues,
                connection,
                Optional.ofNullable(database),
                tracing));
    }

    /** The settings made here, which override those of the process. */
    private record Settings(Map<String, String> said, ConfigSource others) implements ConfigSource {
        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(said.get(key)).or(() -> others.get(key));
        }

        @Override
        public Set<String> keys() {
            Set<String> keys = new TreeSet<>(said.keySet());
            keys.addAll(others.keys());
            return keys;
        }
    }
}
