/**
 * Who may use the console: two accounts, {@code viewer} who reads and {@code operator} who also writes. Their passwords
 * come from the environment; where one is not set, one is made at the first start, shown once, and kept as a salted hash
 * in a file of the server's data directory that only its owner may read.
 */
package no.abakus.tasks.console.security;
