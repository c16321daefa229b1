package no.abakus.tasks.spi;

/**
 * Is told what happens to tasks, on the thread on which it happens and inside its log context; so it must be quick. What
 * it throws is logged and changes nothing. Thread-safe. Celery: events and signals.
 */
public interface EventListener {

    /** Whether it wants to be told anything now; saves making events that nobody reads. */
    default boolean isListening() {
        return true;
    }

    /** Takes note of the event. */
    void onEvent(TaskEvent event);
}
