package no.abakus.tasks.console.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes what the signature of a method does not say about a call of the API. The API's document is generated from
 * these descriptions.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ApiCall {

    /** What the call does, in one sentence. */
    String value();

    /** The HTTP status of a successful response. */
    int status() default 200;

    /**
     * The type of the body of a successful response; {@code Void} for no body, {@code void} for the type that the
     * method returns.
     */
    Class<?> answer() default void.class;

    /** The type of the request's body; {@code void} for the type of the parameter that is the body, if there is one. */
    Class<?> body() default void.class;

    /** The media types of a successful response. */
    String[] types() default "application/json";

    /** The codes of the problems that this call may report in addition to those that every call may report. */
    String[] problems() default {};

    /** Whether the call needs no login. */
    boolean isOpen() default false;
}
