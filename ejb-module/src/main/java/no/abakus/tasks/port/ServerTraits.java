package no.abakus.tasks.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one kind of server offers or does differently. Each server has one implementation, in a package of its own, and
 * a line for it in {@code META-INF/services}. All of them are queried, whichever server this is. Each returns nothing
 * on other servers. Thread-safe.
 */
public interface ServerTraits {

    /** The node name that the server's administrator has chosen. */
    default Optional<String> nodeName() {
        return Optional.empty();
    }

    /** The server's data folder, which survives a restart and belongs to this node alone. */
    default Optional<Path> dataFolder() {
        return Optional.empty();
    }

    /**
     * Starts and stops the listeners of the calling deployment.
     *
     * @param classes the class names of the listeners, by queue
     */
    default Optional<ListenerSwitch> listeners(Map<String, Set<String>> classes) {
        return Optional.empty();
    }

    /**
     * Gives the listeners of the calling deployment the destinations of these names, on a server where a listener's
     * annotations cannot.
     *
     * @param names the broker's names by JNDI name
     */
    default Optional<PointedDestinations> point(Map<String, String> names) {
        return Optional.empty();
    }

    /**
     * Whether the server has named this destination object as the listener's annotations say. If so, a listener whose
     * name is wrong would take the tasks of another application.
     */
    default boolean namesByAnnotation(Object destination) {
        return false;
    }

    /** The file or folder name of the archive that contains this class. */
    default Optional<String> archiveOf(Class<?> type) {
        return Optional.empty();
    }

    /**
     * Parts of the messages that the server's connection pools use when they have no connection. Only for pools whose
     * exceptions carry no SQLSTATE. Unlike the other traits, these may be returned on every server.
     */
    default List<String> noConnectionTexts() {
        return List.of();
    }

    /**
     * The beginnings of the names of the server's own classes and of the libraries that call the application. Their
     * stack frames are not the application's. Unlike most traits, these may be returned on every server.
     */
    default List<String> ownPackages() {
        return List.of();
    }

    /**
     * The JNDI names that provisioning gives a data source for the tables. These are returned on every server: a name
     * of another kind of server finds no data source.
     */
    default List<String> dataSources() {
        return List.of();
    }
}
