/**
 * Who may use the console: two accounts, {@code viewer} who reads and {@code operator} who also writes. Their passwords
 * come from the environment. If one is not set there, it is generated at the first start. It is written to a file
 * beside the one with the salted hashes, in the server's data directory; only the owner may read either.
 */
package no.abakus.tasks.console.security;
