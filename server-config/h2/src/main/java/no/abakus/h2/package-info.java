/**
 * The file database. H2's own driver does not carry out all decisions of a transaction manager, so this package makes
 * the driver carry them out.
 */
package no.abakus.h2;
