/**
 * Traces tasks with OpenTelemetry. On a server without OpenTelemetry the tracer cannot be loaded and CDI leaves it out, so
 * an archive with this jar deploys there as well.
 */
package no.abakus.tasks.opentelemetry;
