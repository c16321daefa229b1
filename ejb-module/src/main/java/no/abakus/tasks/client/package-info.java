/**
 * Implements the entry point {@link no.abakus.tasks.Tasks}. Turns method references and names into calls, checks the
 * calls, and passes them to the publisher.
 */
package no.abakus.tasks.client;
