/** Prints the values of a server's responses, for people and for programs. */
package no.abakus.cli.text;
