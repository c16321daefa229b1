package no.abakus.it.server;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that take the {@link KilledServer} as a parameter, one class after another. Each finds it running, may kill it
 * or deploy to it, and leaves no task behind.
 */
@Target(TYPE)
@Retention(RUNTIME)
@ExtendWith(KilledServer.class)
@ResourceLock("the server that is killed")
public @interface OnKilledServer {}
