/**
 * Calls the application's {@link no.abakus.tasks.spi.TaskTracer} around sends and runs. Does nothing if there is no
 * tracer.
 */
package no.abakus.tasks.tracing;
