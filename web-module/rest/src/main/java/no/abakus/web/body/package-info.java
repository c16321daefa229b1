/**
 * Reads the body of a request before the application is called, without a waiting thread. Size, time and the memory of
 * all bodies together are limited. {@link no.abakus.web.body.BodyRules} are the limits, {@link
 * no.abakus.web.body.Intake} applies them to one body, and server-specific readers query {@link
 * no.abakus.web.body.BodyGate}. {@link no.abakus.web.body.AsyncBody} reads with the Servlet API; on WildFly an Undertow
 * handler reads first.
 *
 * <p>This package is not stable yet. It may change in a release, and the changelog says how.
 */
package no.abakus.web.body;
