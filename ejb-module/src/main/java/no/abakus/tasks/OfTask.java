package no.abakus.tasks;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits an observer of a {@link TaskHook} to the task with this name. Without this annotation, the observer is called
 * for all tasks.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OfTask {

    /** The task's name, such as {@code mail.send}. */
    String value();
}
