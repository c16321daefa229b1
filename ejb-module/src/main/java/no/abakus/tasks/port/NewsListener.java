package no.abakus.tasks.port;

/** Receives the news from all nodes, including this one. Must be quick. Thread-safe. */
@FunctionalInterface
public interface NewsListener {

    /** Receives news. The backend may show the change a moment later, because the two commit one after the other. */
    void heard(TaskNews news);
}
