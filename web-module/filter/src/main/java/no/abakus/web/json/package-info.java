/**
 * JSON bodies that are read and written alike on every server: by Jackson's provider (jackson-jakarta-rs), registered
 * by each JAX-RS application, in snake_case, strict, and bounded.
 *
 * <p>Why each application registers it: servers prefer JSON-B or Jackson, each in its own version and with its own
 * settings. If a server also brings Jackson, a class of the WAR may see the server's copy while the libraries in
 * {@code EAR/lib} see ours. So no Jackson type crosses from here to a resource: resources take and return records, maps
 * and lists.
 */
package no.abakus.web.json;
