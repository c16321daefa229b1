/**
 * Finds secrets. {@code SecretTable} is the one table of secret key words and of forms of values. {@code SecretKeys}
 * checks keys against it. {@code SecretScanner} scans a text once, from left to right, and runs a {@code Rule} only at
 * the characters that trigger it. Every rule reads either a bounded number of characters, or characters that are not
 * read again. So the time per text is at most proportional to its length.
 */
package no.abakus.logging.secret;
