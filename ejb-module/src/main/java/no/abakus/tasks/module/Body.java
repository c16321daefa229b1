package no.abakus.tasks.module;

/** The code that needs a module's context: creating and calling a bean. */
@FunctionalInterface
public interface Body {

    /** Returns or throws what the bean does. */
    Object run() throws Throwable;
}
