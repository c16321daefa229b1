package no.abakus.tasks.module;

/** What a module's context is needed for: the making and calling of a bean. */
@FunctionalInterface
public interface Body {

    /** Answers or throws what the bean does. */
    Object run() throws Throwable;
}
