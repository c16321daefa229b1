/**
 * The file database. H2's own driver does not carry out all decisions of a transaction manager; this package makes it
 * do so.
 */
package no.abakus.h2;
