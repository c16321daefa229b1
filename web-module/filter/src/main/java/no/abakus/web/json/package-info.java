/**
 * JSON bodies that are read and written alike on every server: by Jackson's provider (jackson-jakarta-rs) as a JAX-RS
 * application registers it, in snake_case, strict, and bounded.
 *
 * <p>Why each application registers it: one server prefers JSON-B, the next one Jackson, each in its own version and with
 * its own settings; and where a server brings Jackson as well, a class of the WAR may meet the server's copy while the
 * libraries in {@code EAR/lib} meet ours. So no type of Jackson's crosses from here to a resource: resources take and
 * return records, maps and lists.
 */
package no.abakus.web.json;
