/**
 * Who may use the console: two accounts, {@code viewer} who reads and {@code operator} who also writes. Their passwords
 * come from the environment. A password that is not set there is generated at the first start. It is written to a file
 * in the server's data directory, beside the file with the salted hashes. Only the owner may read these files, if the
 * file system has POSIX permissions.
 */
package no.abakus.tasks.console.security;
