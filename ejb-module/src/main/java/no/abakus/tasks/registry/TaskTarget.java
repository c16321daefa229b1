package no.abakus.tasks.registry;

/** What a worker calls to run a task. Thread-safe. */
public interface TaskTarget {

    /**
     * Calls the method with these arguments, one per parameter, and returns or throws what the method does. The target
     * must run the method under {@link #loader}, because the thread's own loader depends on the module it belongs to.
     */
    Object invoke(Object[] arguments) throws Throwable;

    /** The loader of the task's class, used to read its arguments and to run its body. */
    ClassLoader loader();
}
