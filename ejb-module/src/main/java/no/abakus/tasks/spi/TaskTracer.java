package no.abakus.tasks.spi;

import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * Connects tasks to a tracing system. Implement it as a bean in any module of the application. An application can have
 * only one tracer. The jar {@code abakus-opentelemetry} contains a tracer for OpenTelemetry.
 *
 * <p>An implementation must be thread-safe. If it throws an exception, the exception is logged, and the task is sent or
 * run without a trace.
 */
public interface TaskTracer {

    /**
     * Returns the calling thread's place in a trace, as entries of the log context such as {@code trace_id} and
     * {@code span_id}; empty if the thread is in no trace. These entries are bound while a task is being sent, so they
     * travel with the task.
     */
    Map<String, String> current();

    /**
     * Called before a message is sent for the first time, on the sender's thread.
     *
     * @param message the message, without the headers of the trace
     * @param route where the message is sent
     */
    Send sending(TaskMessage message, Route route);

    /**
     * Called before a task runs, after everything that could prevent the run has been checked. A retry is another run.
     * Called on the worker's thread; the task method may run on another thread.
     */
    Run running(Delivery delivery);

    /** One send. */
    interface Send {

        /** Returns the headers to add to the message. They replace headers of the same name. */
        Map<String, String> headers();

        /** Called when the broker or the sender's transaction has accepted the message. */
        void sent();

        /** Called when the message could not be sent. */
        void failed(Throwable thrown);
    }

    /** One run of a task. */
    interface Run {

        /** Returns entries for the log context of the run, such as {@code trace_id} and {@code span_id}. */
        Map<String, String> logContext();

        /** Makes this run the calling thread's current run until the returned object is closed. */
        Entered enter();

        /**
         * Called after the run has ended, whether or not its outcome could be recorded.
         *
         * @param state the task's state; {@link TaskState#UNKNOWN} if the outcome could not be recorded
         * @param thrown the exception of a failed run, or the reason why the outcome could not be recorded
         */
        void ended(TaskState state, Optional<Throwable> thrown);
    }

    /** Stands for a thread that is inside a run. The same thread closes it. */
    @FunctionalInterface
    interface Entered extends AutoCloseable {

        @Override
        void close();
    }
}
