/**
 * JSON bodies that are read and written the same way on every server. Each JAX-RS application registers Jackson's
 * provider (jackson-jakarta-rs), configured for snake_case, strict checks and limits.
 *
 * <p>Each application registers this provider, because some servers prefer JSON-B and others Jackson, in different
 * versions and with different settings. Our copy of Jackson has a name of its own, so it does not conflict with a copy
 * of the server or of an application.
 *
 * <p>This package is not stable yet. It may change in a release, and the changelog says how.
 */
package no.abakus.web.json;
