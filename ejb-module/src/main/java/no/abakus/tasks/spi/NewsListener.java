package no.abakus.tasks.spi;

/** Hears what all nodes tell, its own included; has to be quick. Thread-safe. */
@FunctionalInterface
public interface NewsListener {

    /** Takes note of it. The backend may show it a moment later, for the two commit one after the other. */
    void heard(TaskNews news);
}
