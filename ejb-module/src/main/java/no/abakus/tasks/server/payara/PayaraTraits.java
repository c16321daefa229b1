package no.abakus.tasks.server.payara;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.port.ServerTraits;

/** The traits of Payara, and of GlassFish, which sets the same system properties. It cannot stop single listeners. */
public final class PayaraTraits implements ServerTraits {

    private static final String NODE_NAME = "com.sun.aas.instanceName";
    private static final String DATA_FOLDER = "com.sun.aas.instanceRoot";

    @Override
    public Optional<String> nodeName() {
        return property(NODE_NAME);
    }

    @Override
    public Optional<Path> dataFolder() {
        return property(DATA_FOLDER).map(Path::of);
    }

    @Override
    public List<String> noConnectionTexts() {
        return List.of("Error in allocating a connection");
    }

    @Override
    public List<String> ownPackages() {
        return List.of("com.sun.", "org.glassfish.", "fish.payara.");
    }

    @Override
    public List<String> dataSources() {
        return List.of("jdbc/abakus");
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
