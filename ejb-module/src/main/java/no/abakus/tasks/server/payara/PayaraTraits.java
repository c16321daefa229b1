package no.abakus.tasks.server.payara;

import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.port.ServerTraits;
import no.abakus.tasks.server.SystemProperty;

/**
 * The traits of Payara, and of GlassFish, which sets the same system properties. These servers cannot stop individual
 * listeners.
 */
public final class PayaraTraits implements ServerTraits {

    private static final String NODE_NAME = "com.sun.aas.instanceName";
    private static final String DATA_FOLDER = "com.sun.aas.instanceRoot";

    private static final Pattern ARCHIVE = Pattern.compile(".*/applications/([^/]+)/.*");

    @Override
    public Optional<String> nodeName() {
        return SystemProperty.value(NODE_NAME);
    }

    @Override
    public Optional<Path> dataFolder() {
        return SystemProperty.value(DATA_FOLDER).map(Path::of);
    }

    @Override
    public boolean namesByAnnotation(Object destination) {
        return destination.getClass().getName().startsWith("com.sun.messaging.");
    }

    /**
     * Returns the name of the folder below {@code applications} that contains the class. The server unpacks each
     * archive into a folder with the archive's name.
     */
    @Override
    public Optional<String> archiveOf(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::getPath)
                .map(ARCHIVE::matcher)
                .filter(Matcher::matches)
                .map(path -> path.group(1));
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
}
