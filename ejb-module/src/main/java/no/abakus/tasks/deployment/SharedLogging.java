package no.abakus.tasks.deployment;

import no.abakus.logging.LoggingApi;
import no.abakus.logging.PlainLines;
import no.abakus.tasks.config.StartupProblems;

/** Checks the server's copy of {@code abakus-logging}, which is used instead of the application's own copy. */
final class SharedLogging {

    private SharedLogging() {}

    /**
     * Reports a copy that is too old for this application, and warns if logging was not set up on the server at all.
     */
    static void check(StartupProblems problems) {
        check(loaded(), LoggingApi.LEVEL, problems);
        if (problems.isEmpty()) {
            PlainLines.warnIfNeeded();
        }
    }

    static void check(int loaded, int built, StartupProblems problems) {
        if (loaded < built) {
            problems.add("The server's abakus-logging is older than this application: its API has level " + loaded
                    + ", and the application was built with level " + built
                    + ". Replace the server's copy with the newer jar, using the set-up script of server-config that"
                    + " installed the copy, and restart the server.");
        }
    }

    private static int loaded() {
        try {
            return LoggingApi.loaded();
        } catch (LinkageError older) {
            return 0;
        }
    }
}
