/**
 * Traces tasks with OpenTelemetry. On a server without OpenTelemetry the tracer cannot be loaded, so CDI leaves it out,
 * and an archive with this jar can be deployed there as well.
 */
package no.abakus.tasks.opentelemetry;
