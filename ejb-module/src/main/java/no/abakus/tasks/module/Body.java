package no.abakus.tasks.module;

/** The code that needs a module's context: it creates and calls a bean. */
@FunctionalInterface
public interface Body {

    /** Returns the bean's result or throws its exception. */
    Object run() throws Throwable;
}
