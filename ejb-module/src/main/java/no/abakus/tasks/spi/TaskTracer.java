package no.abakus.tasks.spi;

import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * Connects tasks to a tracing system. Implement it as a bean in any module of the application; there can be one. The jar
 * {@code abakus-opentelemetry} contains one for OpenTelemetry.
 *
 * <p>An exception from a tracer is logged, and the task is sent or run without a trace. Thread-safe.
 */
public interface TaskTracer {

    /**
     * The calling thread's place in a trace, as entries of the log context such as {@code trace_id} and
     * {@code span_id}. Empty if the thread has none. These entries are bound while a task is being sent, so they travel
     * with the task.
     */
    Map<String, String> current();

    /**
     * Called before a message is sent for the first time, on the sender's thread.
     *
     * @param message the message, without the headers of the trace
     * @param route where it is sent
     */
    Send sending(TaskMessage message, Route route);

    /**
     * Called before a task runs, after everything that could prevent it has been checked. A retry is another run. Called
     * on the worker's thread; the task method may run on another one.
     */
    Run running(Delivery delivery);

    /** One send. */
    interface Send {

        /** The headers to add to the message. They replace headers of the same name. */
        Map<String, String> headers();

        /** The broker has accepted the message, or the sender's transaction has. */
        void sent();

        /** The message was not sent. */
        void failed(Throwable thrown);
    }

    /** One run of a task. */
    interface Run {

        /** Entries for the log context of the run, such as {@code trace_id} and {@code span_id}. */
        Map<String, String> logContext();

        /** Makes the run the current one of the calling thread, until the returned object is closed. */
        Entered enter();

        /**
         * The run has ended, and its outcome is recorded.
         *
         * @param state the task's state
         * @param thrown the exception of a failed run
         */
        void ended(TaskState state, Optional<Throwable> thrown);
    }

    /** A thread that is inside a run. Closed by the same thread. */
    @FunctionalInterface
    interface Entered extends AutoCloseable {

        @Override
        void close();
    }
}
