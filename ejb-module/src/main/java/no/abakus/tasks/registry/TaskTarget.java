package no.abakus.tasks.registry;

/** The bean method that a worker calls to run a task. Thread-safe. */
public interface TaskTarget {

    /**
     * Calls the method with these arguments, one per parameter. Returns the method's result or throws its exception.
     * The target must run the method under {@link #loader}, because the thread's own loader depends on the module that
     * the thread belongs to.
     */
    Object invoke(Object[] arguments) throws Throwable;

    /**
     * Returns the loader of the task's class. The worker reads the task's arguments and runs its method with this
     * loader.
     */
    ClassLoader loader();
}
