package no.abakus.tasks.deployment;

import no.abakus.tasks.config.StartupProblems;

/**
 * Reports a problem if the archive contains {@code abakus-tasks-api} in addition to the task system, because both
 * contain some of the same classes.
 */
final class SendersJar {

    private static final String MARK = "META-INF/abakus-tasks-api";

    private SendersJar() {}

    /** @param loader the class loader of the task system */
    static void check(ClassLoader loader, StartupProblems problems) {
        if (loader.getResource(MARK) != null) {
            problems.add("The archive contains abakus-tasks-api beside abakus-tasks, so some classes are there twice."
                    + " Remove abakus-tasks-api: abakus-tasks has all of it.");
        }
    }
}
