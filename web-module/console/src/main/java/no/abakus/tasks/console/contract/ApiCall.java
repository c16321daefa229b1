package no.abakus.tasks.console.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call of the API where its method's signature does not. The API's document is generated from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ApiCall {

    /** What the call does, in one sentence. */
    String value();

    /** The status of a success. */
    int status() default 200;

    /** The body of a success; {@code Void} for none, {@code void} for what the method returns. */
    Class<?> answer() default void.class;

    /** The body of the request; {@code void} for the parameter that is the body, if there is one. */
    Class<?> body() default void.class;

    /** The media types of a success. */
    String[] types() default "application/json";

    /** The codes of the problems that this call reports beside those that every call may report. */
    String[] problems() default {};

    /** Whether it needs no login. */
    boolean isOpen() default false;
}
