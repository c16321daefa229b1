/**
 * The log context of an HTTP request: who asks for what. It is bound before any other filter runs and gone when the
 * request is over, on whatever threads it runs. {@code LogContextInitializer} registers {@code LogContextFilter} for
 * each WAR that can see this jar. {@code RequestLog} is one request's context and its events, {@code request_started},
 * {@code request_finished} and {@code request_failed}. Corresponds to django-structlog's request middleware.
 */
package no.abakus.logging.web;
