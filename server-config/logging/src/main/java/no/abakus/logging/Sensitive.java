package no.abakus.logging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What must not be seen outside the process, whatever it is called: shown as {@code [redacted]} in lines, message properties and
 * summaries of arguments.
 *
 * <pre>{@code
 * record Login(String user, @Sensitive String pin) {}      // logged as {"user":"ola","pin":"[redacted]"}
 * }</pre>
 *
 * <p>On a type it hides every value of that type (subtypes too), on a record's component that component. It is
 * found on the value that is logged and within collections, maps and arrays, not within beans, whose
 * {@code toString} says what they say. Where redaction is switched off, so is this.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Sensitive {}
