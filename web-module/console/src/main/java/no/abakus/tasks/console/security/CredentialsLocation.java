package no.abakus.tasks.console.security;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The path of the credentials file, in a folder that survives a restart. */
final class CredentialsLocation {

    /** The system property that names a different file. */
    static final String PROPERTY = "abakus.console.credentials-file";

    private static final Path NAME = Path.of("abakus", "console-credentials");

    private CredentialsLocation() {}

    /**
     * Returns the file that the property names. Without the property, returns a file in the data directory of WildFly
     * or Payara, or else in the user's home.
     */
    static Path of(UnaryOperator<String> properties) {
        String named = properties.apply(PROPERTY);
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String wildfly = properties.apply("jboss.server.data.dir");
        if (wildfly != null) {
            return Path.of(wildfly).resolve(NAME);
        }
        String payara = properties.apply("com.sun.aas.instanceRoot");
        if (payara != null) {
            return Path.of(payara).resolve(NAME);
        }
        return Path.of(properties.apply("user.home"), ".abakus", "console-credentials");
    }
}
