/**
 * A binding for SLF4J 2 that keeps what its fluent API has beside the message, key-values and markers, as typed fields. It takes the
 * place of a server's own binding, or is chosen by {@code -Dslf4j.provider=no.abakus.logging.slf4j.Slf4jLogs}; this jar does not
 * announce it, so that an application's own binding stays what it is. Uses the public API of {@code no.abakus.logging} alone, because
 * WildFly loads this package in a module of its own.
 */
package no.abakus.logging.slf4j;
