/**
 * WildFly's part of {@code no.abakus.web.body}. On WildFly a servlet reads its request body with blocking reads. Even
 * if it reads nothing, the server drains the rest of the body, again with blocking reads. So clients that announce a
 * body and never send it would occupy every worker of the server. {@code BodiesFirst} therefore puts a handler in front
 * of an application's servlets. The handler reads on Undertow's I/O threads.
 */
package no.abakus.web.undertow;
