package no.abakus.tasks.registry;

/** What a worker calls to run a task. Thread-safe. */
public interface TaskTarget {

    /**
     * Calls the method with these arguments, one per parameter, and answers or throws what it answers or throws. The method runs under
     * {@link #loader}, which is for the target to see to: the loader that the thread comes with tells in which module it is.
     */
    Object invoke(Object[] arguments) throws Throwable;

    /** The loader of the task's class, which its arguments are read with and its body runs under. */
    ClassLoader loader();
}
