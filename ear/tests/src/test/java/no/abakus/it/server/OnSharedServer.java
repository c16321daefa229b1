package no.abakus.it.server;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that take the {@link SharedServer} as a parameter, one class after another. */
@Target(TYPE)
@Retention(RUNTIME)
@ExtendWith(SharedServer.class)
@ResourceLock("the shared server")
public @interface OnSharedServer {}
