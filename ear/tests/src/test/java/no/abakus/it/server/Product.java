package no.abakus.it.server;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The server products, with all in which they differ for who drives one from outside. Every test is run once for each; the system
 * property {@code abakus.server} says for which.
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

    /** The product of this run. */
    public static Product underTest() {
        return valueOf(System.getProperty("abakus.server", "wildfly").toUpperCase(Locale.ROOT));
    }

    /** Where the provisioned one is; tests leave it as it is. */
    public Path home() {
        return Path.of(System.getProperty("abakus." + key() + ".home"));
    }

    /** Where its provisioning scripts are. */
    public Path scripts() {
        return Path.of(System.getProperty("abakus." + key() + ".scripts"));
    }

    /** A piece of a line of the server's own, at its start. */
    public String firstWord() {
        return firstWord;
    }

    /** A piece of the line in which a server says that it has stopped in order. */
    public String lastWord() {
        return lastWord;
    }

    /** The environment variable with which its script takes the virtual machine's options of memory and compiler. */
    public String memoryVariable() {
        return memoryVariable;
    }

    /** Its name where folders and properties are called after it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
