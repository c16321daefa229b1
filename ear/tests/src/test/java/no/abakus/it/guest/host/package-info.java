/** A web application that relies on the server's own JSON-B. It knows nothing of Abakus. */
package no.abakus.it.guest.host;
