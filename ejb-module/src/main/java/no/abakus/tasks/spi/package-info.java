/**
 * The interfaces that an application can implement as beans, and their data types: serializers
 * ({@link no.abakus.tasks.spi.TaskSerializer}), compressors ({@link no.abakus.tasks.spi.TaskCompressor}), routers
 * ({@link no.abakus.tasks.spi.TaskRouter}), health probes ({@link no.abakus.tasks.spi.HealthProbe}), a tracer
 * ({@link no.abakus.tasks.spi.TaskTracer}) and listeners ({@link no.abakus.tasks.spi.EventListener},
 * {@link no.abakus.tasks.spi.NodeListener}).
 *
 * <p>This API is stable, except that the records of messages and events may get more components.
 */
package no.abakus.tasks.spi;
