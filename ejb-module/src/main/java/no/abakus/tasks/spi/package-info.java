/**
 * What an application can implement as beans, and what these exchange: how arguments are written
 * ({@link no.abakus.tasks.spi.TaskSerializer}), how bodies are compressed ({@link no.abakus.tasks.spi.TaskCompressor}), where calls go
 * ({@link no.abakus.tasks.spi.TaskRouter}), what a node needs to be healthy ({@link no.abakus.tasks.spi.HealthProbe}), and who is told of
 * events ({@link no.abakus.tasks.spi.EventListener}, {@link no.abakus.tasks.spi.NodeListener}).
 *
 * <p>Stable, but for the records of messages and events, which may get further components.
 */
package no.abakus.tasks.spi;
