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
import no.abakus.tasks.config.ConfigSource;
import no.abakus.tasks.config.ServerConfig;
import no.abakus.tasks.deployment.RemoteSystem;
import no.abakus.tasks.transport.jms.KeptConnection;

/** What a {@link RemoteTasks} is made of. To be used by one thread, and once. */
public final class RemoteSetup {

    private final ConnectionFactory connections;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Class<?>> taskClasses = new ArrayList<>();
    private final Set<String> queues = new LinkedHashSet<>();
    private DataSource database;
    private String user;
    private String password;

    RemoteSetup(ConnectionFactory connections) {
        this.connections = Objects.requireNonNull(connections, "connections");
    }

    /** The broker's user to send as. Default: what the connection factory says, if it says anything. */
    public RemoteSetup login(String user, String password) {
        this.user = user;
        this.password = password;
        return this;
    }

    /**
     * What the program is called in messages and in events, as their origin. Default: the setting {@code
     * abakus.tasks.node.name}, else the host's name, else the process's number.
     */
    public RemoteSetup node(String name) {
        return set("abakus.tasks.node.name", name);
    }

    /**
     * Makes the tasks of these classes known here, so that they can be called by method reference, have their arguments
     * checked before they are sent, and go to the queues they declare. No object of the classes is made.
     */
    public RemoteSetup tasksOf(Class<?>... classes) {
        taskClasses.addAll(List.of(classes));
        return this;
    }

    /**
     * Names queues that calls may be sent to, besides the default one and those that the known tasks declare; a call to any
     * other is refused, since nobody may ever read it.
     */
    public RemoteSetup queues(String... names) {
        queues.addAll(List.of(names));
        return this;
    }

    /**
     * The servers' database, in which they keep results, so that results can be read, waited for, forgotten, and tasks revoked
     * from here. It need not take part in transactions; a pool is welcome. Without it these are an {@link
     * no.abakus.tasks.OperationalException}. Celery: {@code Celery(backend=…)}.
     */
    public RemoteSetup results(DataSource database) {
        this.database = database;
        return this;
    }

    /**
     * Sets a key of {@code docs/configuration.md}. What is not set here is taken from system properties and environment
     * variables, as on a server.
     */
    public RemoteSetup set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /**
     * Puts the client together. The broker is not asked yet: that it cannot be reached, or refuses the login, is told by the
     * first send.
     *
     * @throws IllegalStateException if settings or tasks are wrong; the message tells all that is, and what would be right
     */
    public RemoteTasks connect() {
        KeptConnection connection =
                user == null ? new KeptConnection(connections) : new KeptConnection(connections, user, password);
        return new RemoteTasks(RemoteSystem.of(
                new Settings(Map.copyOf(settings), ServerConfig.source()),
                taskClasses,
                queues,
                connection,
                Optional.ofNullable(database)));
    }

    /** What was said here, over what the process says. */
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
