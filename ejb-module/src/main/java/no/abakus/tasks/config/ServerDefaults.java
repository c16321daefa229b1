package no.abakus.tasks.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Defaults that only the server knows.
 *
 * @param nodeName the server's own name of this node
 * @param dataFolder the server's data folder
 */
public record ServerDefaults(Optional<String> nodeName, Optional<Path> dataFolder) {

    /** For a program outside a server, and for an unknown server. */
    public static final ServerDefaults NONE = new ServerDefaults(Optional.empty(), Optional.empty());
}
