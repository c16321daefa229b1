package no.abakus.tasks.module;

/** Code that creates and calls a bean, and therefore needs the context of the bean's module. */
@FunctionalInterface
public interface Body {

    /** Returns the bean's result or throws its exception. */
    Object run() throws Throwable;
}
