package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.abakus.launcher.FolderTree;

/** The folder with a server's configuration and with the files that the server writes. */
public final class ServerFolder {

    private ServerFolder() {}

    /** Recreates the folder with only the configuration of a provisioned server, and returns it. */
    public static Path fresh(Path folder, Path home) throws IOException {
        FolderTree.delete(folder);
        Path configuration = home.resolve("standalone/configuration");
        Files.createDirectories(folder.resolve("deployments"));
        try (Stream<Path> paths = Files.walk(configuration)) {
            for (Path path : paths.sorted().toList()) {
                Files.copy(path, folder.resolve("configuration").resolve(configuration.relativize(path)));
            }
        }
        return folder;
    }
}
