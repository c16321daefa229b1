/**
 * Carries the log context with work that Jakarta Concurrency runs on other threads: {@code ManagedExecutorService}, its completion
 * stages, {@code @Asynchronous} methods of CDI beans. {@code LogContextProvider} is found by the server; nothing has to be declared.
 */
package no.abakus.logging.concurrent;
