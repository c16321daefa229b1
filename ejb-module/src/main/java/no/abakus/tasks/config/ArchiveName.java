package no.abakus.tasks.config;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The name of the EAR or WAR that contains this class, as the server knows it. */
final class ArchiveName {

    private static final String APPLICATION = "java:app/AppName";

    private ArchiveName() {}

    /** Returns the archive's name, converted to an application's name; empty outside a server. */
    static Optional<String> inNames() {
        return onServer().map(ApplicationConfig::inNames).filter(name -> !name.isEmpty());
    }

    @SuppressWarnings("BanJNDI") // a constant name, which the server itself binds
    private static Optional<String> onServer() {
        try {
            return Optional.ofNullable(InitialContext.<String>doLookup(APPLICATION));
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
