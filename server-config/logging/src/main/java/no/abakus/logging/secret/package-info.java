/**
 * Finds secrets. {@code SecretTable} is the one table of secret key words and of forms of values. {@code SecretKeys}
 * judges keys by it. {@code SecretScanner} scans a text once, from left to right, and asks a {@code Rule} only at the
 * characters that trigger it. Every rule looks either at a bounded number of characters, or at characters that are not
 * looked at again. So the time per text is at most proportional to its length.
 */
package no.abakus.logging.secret;
