package no.abakus.it.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The server products, with all the differences that matter when one is driven from outside. Every test runs once for
 * each. The system property {@code abakus.server} selects the product.
 */
public enum Product {
    WILDFLY("WFLYSRV0049", "WFLYSRV0050", "JBOSS_JAVA_SIZING"),
    PAYARA("startup time", "Completed shutdown of GlassFish runtime", "PAYARA_JAVA_SIZING");

    private final String firstWord;
    private final String lastWord;
    private final String memoryVariable;

    Product(String firstWord, String lastWord, String memoryVariable) {
        this.firstWord = firstWord;
        this.lastWord = lastWord;
        this.memoryVariable = memoryVariable;
    }

    /** Returns the product of this run. */
    public static Product underTest() {
        return valueOf(System.getProperty("abakus.server", "wildfly").toUpperCase(Locale.ROOT));
    }

    /** Returns where the provisioned server is; tests leave it unchanged. */
    public Path home() {
        return Path.of(System.getProperty("abakus." + key() + ".home"));
    }

    /** Returns where its provisioning scripts are. */
    public Path scripts() {
        return Path.of(System.getProperty("abakus." + key() + ".scripts"));
    }

    /** Returns a part of a line that the server itself logs at its start. */
    public String firstWord() {
        return firstWord;
    }

    /** Returns a part of the line in which a server says that it has stopped properly. */
    public String lastWord() {
        return lastWord;
    }

    /** Returns the environment variable with which its script takes the JVM options for memory and compiler. */
    public String memoryVariable() {
        return memoryVariable;
    }

    /** Returns the ports that tests talk to, without an offset. */
    public List<Integer> ports() {
        return switch (this) {
            case WILDFLY -> List.of(8080, 9990);
            case PAYARA -> List.of(8080, 8081, 4848, 7676);
        };
    }

    /** Returns the ports of the distribution that provisioning closes, without an offset: HTTPS, IIOP and JMX. */
    public List<Integer> closedPorts() {
        return switch (this) {
            case WILDFLY -> List.of(8443, 3528, 3529);
            case PAYARA -> List.of(8181, 3700, 3820, 3920, 8686);
        };
    }

    /** Returns its name as used in folders and properties. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
