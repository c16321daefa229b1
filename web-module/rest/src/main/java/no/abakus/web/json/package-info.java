/**
 * JSON bodies that are read and written the same way on every server. Each JAX-RS application registers Jackson's
 * provider (jackson-jakarta-rs), configured for snake_case, strict checks and limits.
 *
 * <p>Each application registers it because servers prefer JSON-B or Jackson, each in its own version and with its own
 * settings. If a server also includes Jackson, a class of the WAR may see the server's copy while the libraries in
 * {@code EAR/lib} see ours. So no Jackson type is passed from here to a resource: resources take and return records,
 * maps and lists.
 */
package no.abakus.web.json;
