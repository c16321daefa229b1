package no.abakus.it.browser;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import no.abakus.it.server.OnPagesServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that take the {@link Browser} and a server that they share as parameters. Each starts signed out. */
@Target(TYPE)
@Retention(RUNTIME)
@OnPagesServer
@ResourceLock(Browser.LOCK)
@ExtendWith(BrowserExtension.class)
public @interface WithBrowser {}
