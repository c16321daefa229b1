package no.abakus.tasks.config;

import java.util.concurrent.ThreadLocalRandom;

/** Where chance comes from, so that tests can foresee it. Thread-safe. */
@FunctionalInterface
public interface Randomness {

    /** That of the machine. */
    Randomness OF_THE_THREAD = () -> ThreadLocalRandom.current().nextDouble();

    /** A number from 0 inclusive to 1 exclusive, each equally likely. */
    double next();
}
