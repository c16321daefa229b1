package no.abakus.tasks.server.wildfly;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.PointedDestinations;
import no.abakus.tasks.port.ServerTraits;
import no.abakus.tasks.server.SystemProperty;

/** The traits of WildFly and of servers built on it, which set the same system properties. */
public final class WildFlyTraits implements ServerTraits {

    /** The property that shows that the server is WildFly, because WildFly always sets it. */
    private static final String NODE_NAME = "jboss.node.name";

    private static final String DATA_FOLDER = "jboss.server.data.dir";

    private static final Pattern ARCHIVE = Pattern.compile("deployment\\.(.+?\\.[ejw]ar)(\\..*)?");

    @Override
    public Optional<String> nodeName() {
        return SystemProperty.value(NODE_NAME);
    }

    @Override
    public Optional<Path> dataFolder() {
        return SystemProperty.value(DATA_FOLDER).map(Path::of);
    }

    @Override
    public Optional<ListenerSwitch> listeners(Map<String, Set<String>> classes) {
        return nodeName().map(name -> WildFlyListeners.ofThisDeployment(classes));
    }

    @Override
    public Optional<PointedDestinations> point(Map<String, String> names) {
        return nodeName().map(node -> WildFlyDestinations.point(names));
    }

    /** Returns the archive in the class loader's name, because the server names class loaders after their archives. */
    @Override
    public Optional<String> archiveOf(Class<?> type) {
        return Optional.ofNullable(type.getClassLoader().getName())
                .map(ARCHIVE::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1));
    }

    /**
     * The codes of two messages of IronJacamar. They mean that there was no managed connection, or no connection within
     * the pool's blocking timeout.
     */
    @Override
    public List<String> noConnectionTexts() {
        return List.of("IJ000453", "IJ000655");
    }

    @Override
    public List<String> ownPackages() {
        return List.of("org.jboss.", "org.wildfly.", "io.undertow.", "io.smallrye.");
    }

    @Override
    public List<String> dataSources() {
        return List.of("java:jboss/datasources/Abakus");
    }
}
