/**
 * The log context of an HTTP request: its user, its method and its path. It is bound before any other filter runs and
 * removed after the request ends, whichever threads run the request. {@code LogContextInitializer} registers {@code
 * LogContextFilter} for each WAR that can see this jar. {@code RequestLog} holds one request's context and logs its
 * events, {@code request_started}, {@code request_finished} and {@code request_failed}. Corresponds to
 * django-structlog's request middleware.
 */
package no.abakus.logging.web;
