package no.abakus.tasks.port;

/**
 * Whether the calling thread runs a task method of this application. For adapters that change how a server treats code
 * below a task, and must not change how it treats any other code. Per class loader, so per application.
 */
public final class TaskThread {

    private static final ThreadLocal<Boolean> RUNS_TASK = new ThreadLocal<>();

    private TaskThread() {}

    /** Whether a task method is running on this thread. */
    public static boolean runsTask() {
        return RUNS_TASK.get() != null;
    }

    /** A task method starts on this thread. */
    public static void enter() {
        RUNS_TASK.set(Boolean.TRUE);
    }

    /** The outermost task method on this thread has ended. */
    public static void leave() {
        RUNS_TASK.remove();
    }
}
