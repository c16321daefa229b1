package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a server: its configuration, and what it writes. */
final class ServerFolder {

    private ServerFolder() {}

    /** Recreates the folder with only the configuration of a provisioned server, and returns it. */
    static Path fresh(Path folder, Path home) throws IOException {
        for (Path path : contents(folder, Comparator.reverseOrder())) {
            Files.delete(path);
        }
        Path configuration = home.resolve("standalone/configuration");
        Files.createDirectories(folder.resolve("deployments"));
        for (Path path : contents(configuration, Comparator.naturalOrder())) {
            Files.copy(path, folder.resolve("configuration").resolve(configuration.relativize(path)));
        }
        return folder;
    }

    /** Returns the folder itself and everything in it; nothing if there is no folder. */
    private static List<Path> contents(Path folder, Comparator<Path> order) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        }
    }
}
