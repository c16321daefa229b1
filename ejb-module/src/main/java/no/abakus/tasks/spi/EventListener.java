package no.abakus.tasks.spi;

/**
 * Receives events about tasks, on the thread where they happen and in its log context, so it must be quick. What it
 * throws is logged and changes nothing. Thread-safe. Celery: events and signals.
 */
public interface EventListener {

    /** Whether it wants events now; saves creating events that nobody reads. */
    default boolean isListening() {
        return true;
    }

    /** Receives an event. */
    void onEvent(TaskEvent event);
}
