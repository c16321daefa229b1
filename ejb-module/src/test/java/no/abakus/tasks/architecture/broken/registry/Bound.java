package no.abakus.tasks.architecture.broken.registry;

import jakarta.servlet.ServletContext;
import jakarta.transaction.UserTransaction;

/** Knows the web, and which transactions there are. */
public final class Bound {

    /** Asks both. */
    public boolean isBound(ServletContext web, UserTransaction transaction) {
        return web.equals(transaction);
    }
}
