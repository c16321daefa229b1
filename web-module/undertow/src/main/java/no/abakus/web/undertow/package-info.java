/**
 * WildFly's side of {@code no.abakus.web.body}. On WildFly a servlet reads its request's body with blocking reads. Even
 * if it reads nothing, the rest of the body is drained, again with blocking reads: sockets that announce a body and
 * send none would occupy every worker of the server. Therefore {@code BodiesFirst} puts a handler in front of an
 * application's servlets that reads on Undertow's I/O threads.
 */
package no.abakus.web.undertow;
