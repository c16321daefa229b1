package no.abakus.tasks.port;

/** Receives state change notifications from all nodes, including this one. Must be quick. Thread-safe. */
@FunctionalInterface
public interface NewsListener {

    /**
     * Receives a notification. The change may become visible in the backend a moment later, because broker and backend
     * commit one after the other.
     */
    void heard(TaskNews news);
}
