/**
 * Finds secrets. {@code SecretTable} is the one table of key words and of forms that values have; {@code SecretKeys} judges keys by
 * it, and {@code SecretScanner} goes through a text once, from left to right, and asks {@code Rule}s only at the characters they
 * name. Every rule either looks at a bounded number of characters, or at characters that nobody looks at again: no text takes more
 * than time proportional to its length.
 */
package no.abakus.logging.secret;
