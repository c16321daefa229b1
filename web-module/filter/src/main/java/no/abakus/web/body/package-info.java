/**
 * Reads the body of a request before the application is called, without a thread that waits for it: bounded in size, in
 * time and in the memory of all bodies together. {@link no.abakus.web.body.BodyRules} are the bounds,
 * {@link no.abakus.web.body.Intake} applies them to one body, and {@link no.abakus.web.body.BodyGate} is what a server's own
 * way of reading asks. {@link no.abakus.web.body.AsyncBody} reads by the Servlet API; on WildFly a handler of Undertow's comes
 * first.
 */
package no.abakus.web.body;
