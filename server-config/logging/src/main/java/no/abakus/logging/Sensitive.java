package no.abakus.logging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a value that must not be seen outside the process, whatever its name. Such a value is shown as {@code
 * [redacted]} in lines, message properties and summaries of arguments.
 *
 * <pre>{@code
 * record Login(String user, @Sensitive String pin) {}      // logged as {"user":"ola","pin":"[redacted]"}
 * }</pre>
 *
 * <p>On a type, the annotation hides every value of that type and its subtypes; on a record's component, it hides that
 * component. It takes effect on the logged value itself and within collections, maps and arrays. It has no effect
 * within beans, because they are logged as their {@code toString}. It has no effect at all if redaction is switched
 * off.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Sensitive {}
