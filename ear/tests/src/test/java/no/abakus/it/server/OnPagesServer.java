package no.abakus.it.server;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that take the {@link PagesServer} as a parameter, one class after another. */
@Target(TYPE)
@Retention(RUNTIME)
@ExtendWith(PagesServer.class)
@ResourceLock("the server of the pages")
public @interface OnPagesServer {}
