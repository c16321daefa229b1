package no.abakus.tasks.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.PointedDestinations;
import no.abakus.tasks.port.ServerTraits;

/** The traits of the server in this process, found by asking each known kind of server. Thread-safe. */
public final class FoundServer implements ServerTraits {

    private final List<ServerTraits> known;

    FoundServer(List<ServerTraits> known) {
        this.known = known;
    }

    /** Creates traits that ask the kinds of servers listed in {@code META-INF/services} of this class's archive. */
    public static FoundServer ofThisProcess() {
        // Does not use the thread's class loader, because that may belong to another module or to the server.
        ServiceLoader<ServerTraits> listed = ServiceLoader.load(ServerTraits.class, FoundServer.class.getClassLoader());
        return new FoundServer(listed.stream().map(ServiceLoader.Provider::get).toList());
    }

    @Override
    public Optional<String> nodeName() {
        return first(ServerTraits::nodeName);
    }

    @Override
    public Optional<Path> dataFolder() {
        return first(ServerTraits::dataFolder);
    }

    @Override
    public Optional<ListenerSwitch> listeners(Map<String, Set<String>> classes) {
        return first(server -> server.listeners(classes));
    }

    @Override
    public Optional<PointedDestinations> point(Map<String, String> names) {
        return first(server -> server.point(names));
    }

    @Override
    public boolean namesByAnnotation(Object destination) {
        return known.stream().anyMatch(server -> server.namesByAnnotation(destination));
    }

    @Override
    public Optional<String> archiveOf(Class<?> type) {
        return first(server -> server.archiveOf(type));
    }

    @Override
    public List<String> noConnectionTexts() {
        return known.stream()
                .flatMap(server -> server.noConnectionTexts().stream())
                .toList();
    }

    @Override
    public List<String> ownPackages() {
        return known.stream().flatMap(server -> server.ownPackages().stream()).toList();
    }

    @Override
    public List<String> dataSources() {
        return known.stream().flatMap(server -> server.dataSources().stream()).toList();
    }

    private <T> Optional<T> first(Function<ServerTraits, Optional<T>> trait) {
        return known.stream().map(trait).flatMap(Optional::stream).findFirst();
    }
}
