package no.abakus.tasks.spi;

/**
 * Receives events about tasks, on the thread where they happen and in that thread's log context. So a listener must be
 * quick. Its exceptions are logged and otherwise ignored. Thread-safe. Celery: events and signals.
 */
public interface EventListener {

    /** Whether the listener wants events now. If no listener does, the events are not created. */
    default boolean isListening() {
        return true;
    }

    /** Receives an event. */
    void onEvent(TaskEvent event);
}
