package no.abakus.tasks.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one kind of server offers or does differently. Each kind of server has one implementation, in a package of its
 * own and with a line in {@code META-INF/services}. All implementations are queried, whichever server this is. Each
 * returns nothing on other servers, unless the trait says otherwise. Thread-safe.
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
     * Points the listeners of the calling deployment to the destinations with these names, on a server where a
     * listener's annotations cannot do that.
     *
     * @param names the broker's names by JNDI name
     */
    default Optional<PointedDestinations> point(Map<String, String> names) {
        return Optional.empty();
    }

    /**
     * Whether the server took the name of this destination object from annotations. On such a server, a listener whose
     * annotation has a wrong name would consume the tasks of another application.
     */
    default boolean namesByAnnotation(Object destination) {
        return false;
    }

    /** The file or folder name of the archive that contains this class. */
    default Optional<String> archiveOf(Class<?> type) {
        return Optional.empty();
    }

    /**
     * Parts of the messages that the server's connection pools use when they have no connection. Needed only for pools
     * whose exceptions carry no SQLSTATE. Unlike most traits, these may be returned on every server.
     */
    default List<String> noConnectionTexts() {
        return List.of();
    }

    /**
     * The beginnings of the names of the server's own classes and of the libraries that call the application. The stack
     * frames of these classes do not belong to the application. Unlike most traits, these may be returned on every
     * server.
     */
    default List<String> ownPackages() {
        return List.of();
    }

    /**
     * The JNDI names that provisioning gives to the data source for the tables. These names are returned on every
     * server. This does no harm, because a name of another kind of server finds no data source.
     */
    default List<String> dataSources() {
        return List.of();
    }
}
