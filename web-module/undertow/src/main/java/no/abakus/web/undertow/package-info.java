/**
 * WildFly's side of {@code no.abakus.web.body}. A servlet there reads its request's body blocking, and even one that reads nothing has
 * the rest of the body drained, blocking: sockets that announce a body and send none would take every worker of the server.
 * {@code BodiesFirst} therefore puts a handler in front of an application's servlets, which reads on Undertow's I/O threads.
 */
package no.abakus.web.undertow;
