/**
 * Finds secrets. {@code SecretTable} lists the words of secret keys and the words before credentials, and {@code
 * TokenTable} lists the prefixes of tokens. {@code SecretKeys} checks keys against the words. {@code SecretScanner}
 * scans a text once, from left to right, and runs a {@code Rule} only at the characters that trigger it. Every rule
 * reads either a bounded number of characters, or characters that are not read again. So the time per string is at most
 * proportional to its length.
 */
package no.abakus.logging.secret;
