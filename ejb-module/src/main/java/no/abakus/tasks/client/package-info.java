/** The entry point: turns method references and names into calls, checks them, and passes them on to be published. */
package no.abakus.tasks.client;
