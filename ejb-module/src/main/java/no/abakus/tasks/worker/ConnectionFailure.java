package no.abakus.tasks.worker;

import java.util.function.Predicate;

/**
 * How to tell that a body failed for want of a connection.
 *
 * @param noneToHave whether it could get none
 * @param lost whether it lost the one it had, in the middle of its work
 */
public record ConnectionFailure(Predicate<Throwable> noneToHave, Predicate<Throwable> lost) {

    /** Whether the task may run again because of this: what may begin once only, has to have been without one from the start. */
    boolean excuses(Throwable thrown, boolean beginsOnce) {
        return noneToHave.test(thrown) || (!beginsOnce && lost.test(thrown));
    }
}
