/**
 * A binding for SLF4J 2 that keeps the key-values and markers of its fluent API as typed fields. It replaces a server's
 * own binding, or is selected with {@code -Dslf4j.provider=no.abakus.logging.slf4j.Slf4jLogs}. This jar does not
 * register it as a service, so an application's own binding stays in place. It uses only the public API of {@code
 * no.abakus.logging}, because WildFly loads this package in a module of its own.
 */
package no.abakus.logging.slf4j;
