/** Calls the application's {@link no.abakus.tasks.spi.TaskTracer} around sends and runs. Without one, does nothing. */
package no.abakus.tasks.tracing;
