/** The file database, where H2's own driver leaves a transaction manager's decisions undone. */
package no.abakus.h2;
