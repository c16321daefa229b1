package no.abakus.tasks.config;

import java.util.concurrent.ThreadLocalRandom;

/** A source of random numbers; tests can make it predictable. Thread-safe. */
@FunctionalInterface
public interface Randomness {

    /** Real random numbers. */
    Randomness OF_THE_THREAD = () -> ThreadLocalRandom.current().nextDouble();

    /** A uniformly distributed number from 0 inclusive to 1 exclusive. */
    double next();
}
