package no.abakus.tasks.spi;

/** Hears what nodes say to each other, its own words included; has to be quick. Thread-safe. */
@FunctionalInterface
public interface ControlListener {

    /** Takes note of it. */
    void heard(ControlMessage message);
}
