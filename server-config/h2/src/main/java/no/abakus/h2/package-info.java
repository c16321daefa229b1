/**
 * The data source of the file database. After a crash, H2's own driver does not carry out every rollback that a
 * transaction manager demands. This package wraps the driver so that every rollback is carried out.
 */
package no.abakus.h2;
