package no.abakus.tasks.architecture.broken.worker;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.spi.Bean;
import java.time.Instant;
import no.abakus.tasks.architecture.broken.deployment.Root;

/** Knows the container and the composition root, and has a clock of its own. */
@Stateless
public class Shortcut {

    /** Does all of that. */
    public Instant begin(Bean<?> bean, Root root) {
        return bean == null || root == null ? Instant.EPOCH : Instant.now();
    }
}
