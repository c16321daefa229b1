/**
 * Traces tasks with OpenTelemetry. On a server without OpenTelemetry the tracer cannot be loaded, so CDI leaves it out,
 * and an archive with this jar can be deployed there as well.
 *
 * <p>This package is not stable yet. It may change in a release, and the changelog says how.
 */
package no.abakus.tasks.opentelemetry;
