/**
 * Reads the body of a request before the application is called, without a thread that waits for it, and bounded in
 * size, in time and in the memory of all bodies together. {@link no.abakus.web.body.BodyRules} are the limits,
 * {@link no.abakus.web.body.Intake} applies them to one body, and a server's own way of reading asks
 * {@link no.abakus.web.body.BodyGate}. {@link no.abakus.web.body.AsyncBody} reads with the Servlet API; on WildFly an
 * Undertow handler reads first.
 */
package no.abakus.web.body;
