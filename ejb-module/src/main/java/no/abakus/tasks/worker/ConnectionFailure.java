package no.abakus.tasks.worker;

import java.util.function.Predicate;

/**
 * Recognizes that a body failed because it had no connection.
 *
 * @param noneToHave whether the body could not get a connection
 * @param lost whether the body lost its connection in the middle of its work
 */
public record ConnectionFailure(Predicate<Throwable> noneToHave, Predicate<Throwable> lost) {

    /** Whether the task may run again. A task that must begin only once may do so only if it never had a connection. */
    boolean excuses(Throwable thrown, boolean beginsOnce) {
        return noneToHave.test(thrown) || (!beginsOnce && lost.test(thrown));
    }
}
