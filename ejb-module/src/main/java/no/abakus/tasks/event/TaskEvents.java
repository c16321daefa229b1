package no.abakus.tasks.event;

import java.util.List;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Passes events to all listeners. If a listener throws, the exception is logged and the others still receive the event.
 * Thread-safe.
 */
public final class TaskEvents {

    private static final Log log = Log.get(TaskEvents.class);

    private final List<EventListener> listeners;

    /** Returns the listener that writes the log lines of the task system. */
    public static EventListener logLines() {
        return new TaskLogLines();
    }

    public TaskEvents(List<EventListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Creates and publishes the event if there is a listener for it. */
    public void publish(Supplier<TaskEvent> event) {
        TaskEvent made = null;
        for (EventListener listener : listeners) {
            try {
                if (listener.isListening()) {
                    made = made == null ? event.get() : made;
                    listener.onEvent(made);
                }
            } catch (RuntimeException | Error e) {
                // A listener's failure must not affect the task. Otherwise the task would be run again, or be reported
                // as not sent.
                log.error(
                        "event_listener_failed",
                        e,
                        "listener",
                        listener.getClass().getName());
            }
        }
    }
}
