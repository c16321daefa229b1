/** Prints values that a server said, for people and for programs. */
package no.abakus.cli.text;
