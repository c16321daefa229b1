/**
 * Carries the log context with work that Jakarta Concurrency runs on other threads: {@code ManagedExecutorService}, its
 * completion stages, and {@code @Asynchronous} methods of CDI beans. The server finds {@code LogContextProvider}
 * automatically, so no declaration is needed.
 */
package no.abakus.logging.concurrent;
