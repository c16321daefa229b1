package no.abakus.tasks.deployment;

import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.server.FoundServer;

/**
 * The application's name, which only one archive on this server can have. The applications share nothing but the Java
 * process, so a system property records the archive of each name.
 */
final class NameOnServer {

    private static final String PROPERTY = "no.abakus.application.";

    private final String property;
    private final String archive;

    private NameOnServer(String property, String archive) {
        this.property = property;
        this.archive = archive;
    }

    /** Takes the name for the archive of this class; reports a problem if another archive has it. */
    static NameOnServer take(String application, StartupProblems problems) {
        return take(application, archive(), problems);
    }

    static NameOnServer take(String application, String archive, StartupProblems problems) {
        String property = PROPERTY + application;
        Object other = System.getProperties().putIfAbsent(property, archive);
        if (other != null && !other.equals(archive)) {
            problems.add("The applications of " + archive + " and " + other + " are both called '" + application
                    + "' on the same server, so they would take each other's tasks. Give one of them another"
                    + " name with abakus.tasks.application, or undeploy one.");
        }
        return new NameOnServer(property, archive);
    }

    /** Lets another archive have the name. */
    void release() {
        System.getProperties().remove(property, archive);
    }

    private static String archive() {
        return FoundServer.ofThisProcess()
                .archiveOf(NameOnServer.class)
                .orElseGet(() ->
                        String.valueOf(NameOnServer.class.getProtectionDomain().getCodeSource()));
    }
}
