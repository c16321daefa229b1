package no.abakus.tasks.worker;

import java.util.function.Predicate;

/**
 * Recognizes that a task failed because it had no connection.
 *
 * @param noneToHave tests whether an exception shows that the task could not get a connection
 * @param lost tests whether an exception shows that the task lost its connection while it ran
 */
public record ConnectionFailure(Predicate<Throwable> noneToHave, Predicate<Throwable> lost) {

    /**
     * Whether the task may run again. A task that must start only once may run again only if it could not get a
     * connection.
     */
    boolean excuses(Throwable thrown, boolean beginsOnce) {
        return noneToHave.test(thrown) || (!beginsOnce && lost.test(thrown));
    }
}
